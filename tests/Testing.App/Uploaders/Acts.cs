using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace VideoGate.Testing.App.Uploaders;

/// <summary>Carries acts out; the service refuses some of them.</summary>
internal static class Acts
{
    /// <returns>Whether the service did it.</returns>
    public static async Task<bool> TryAsync(Act act, Uri address, Random random)
    {
        try
        {
            await DoAsync(act, address, random);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status is >= 400 and < 500)
        {
            return false;
        }
    }

    private static Task DoAsync(Act act, Uri address, Random random)
    {
        var blob = new BlockBlobClient(address);
        return act switch
        {
            Act.Lease => new BlobLeaseClient(blob).AcquireAsync(
                random.Next(2) == 0 ? BlobLeaseClient.InfiniteLeaseDuration : TimeSpan.FromSeconds(15)),
            Act.Snapshot => blob.CreateSnapshotAsync(),
            Act.Archive => blob.SetAccessTierAsync(AccessTier.Archive),
            Act.Cool => blob.SetAccessTierAsync(AccessTier.Cool),
            Act.OverwriteWithLabelled => UploadAsync(blob, Content.Labelled),
            Act.OverwriteWithHtml => UploadAsync(blob, Content.Html),
            Act.OverwriteWithPages => OverwriteWithPagesAsync(address),
            Act.Delete => blob.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots),
            Act.Metadata => blob.SetMetadataAsync(new Dictionary<string, string> { ["caseid"] = "forged", ["aideclaration"] = "notAi" }),
            Act.Tags => blob.SetTagsAsync(new Dictionary<string, string> { ["approved"] = "true" }),
            Act.Headers => blob.SetHttpHeadersAsync(
                new() { ContentType = "text/html", ContentEncoding = "gzip", CacheControl = "immutable" }),
            Act.StageOnly => blob.StageBlockAsync(Convert.ToBase64String("0000"u8), new MemoryStream([1, 2, 3])),
            Act.CopyOver => blob.StartCopyFromUriAsync(address),
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
        };
    }

    public static Task UploadAsync(BlockBlobClient blob, Content content) => blob.UploadAsync(
        content.Bytes.ToStream(),
        new BlobUploadOptions
        {
            HttpHeaders = content.Headers,
            Metadata = new Dictionary<string, string> { ["caseid"] = "forged" },
        });

    private static async Task OverwriteWithPagesAsync(Uri address)
    {
        var pages = new PageBlobClient(address);
        await pages.CreateAsync(512);
        await pages.UploadPagesAsync(new MemoryStream(new byte[512]), 0);
    }
}
