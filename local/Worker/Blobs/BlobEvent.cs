using Azure.Storage.Blobs;
using Local.Worker.Functions;

namespace Local.Worker.Blobs;

/// <summary>A blob version that a function has not dealt with yet.</summary>
internal sealed class BlobEvent(BlobClient blob, BlobPath path, string name) : TriggerEvent
{
    public BlobClient Blob => blob;

    public override IReadOnlyDictionary<string, object?> Data { get; } = new Dictionary<string, object?>
    {
        [path.Placeholder] = name,
        ["BlobTrigger"] = $"{path.Container}/{name}",
        ["Uri"] = blob.Uri.AbsoluteUri,
    };
}
