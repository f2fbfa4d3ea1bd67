using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>A blob version that does not change while a copy is made from it.</summary>
internal sealed record ArchivedOriginal(BlobLocation Location, BlobProperties Properties)
{
    public long Length => Properties.ContentLength;
}
