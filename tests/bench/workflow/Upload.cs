using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Bench.Workflow;

/// <summary>One upload of a run: its case, and the time its last byte was stored.</summary>
internal sealed record Upload(string CaseId, DateTimeOffset StoredAt)
{
    public static async Task<Upload> SendAsync(BlobStorage storage, string name, BinaryData video)
    {
        var blob = storage.Blob(new BlobLocation(Containers.Uploads, name));
        BlobContentInfo stored = await blob.UploadAsync(video, overwrite: true);
        return new Upload(VideoGate.Cases.CaseId.For(Containers.Uploads, name, stored.ETag.ToString()), TimeProvider.System.GetUtcNow());
    }
}
