using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>A version of a blob that stays while it is worked on.</summary>
internal sealed record ArchivedOriginal(BlobLocation Location, BlobProperties Properties)
{
    public long Length => Properties.ContentLength;
}
