using Azure;
using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>The private copy of an upload, where its uploader has no access; every step of the moderation reads this version.</summary>
/// <param name="Place">In <c>quarantine</c>; of an import in <c>published</c>, where uploaders have no access either.</param>
/// <param name="ETag">Version of the copy.</param>
/// <param name="Length">In bytes.</param>
public sealed record HeldVideo(BlobLocation Place, string ETag, long Length)
{
    internal BlobByteSource Open(BlobStorage storage) => new(storage.Blob(Place), new ETag(ETag), Length);
}
