using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Storage;

/// <summary>Some of a container's blobs, in the order of their names.</summary>
/// <param name="Next">The service's mark of the next page; null on the last.</param>
internal sealed record BlobPage(IReadOnlyList<BlobItem> Blobs, string? Next)
{
    /// <param name="marker"><see cref="Next"/> of the page before; null for the first page.</param>
    /// <param name="size">1 to 5000; a page may be shorter although more follow.</param>
    public static async Task<BlobPage> ReadAsync(
        BlobContainerClient container, string? prefix, BlobTraits traits, string? marker, int size, CancellationToken cancellationToken)
    {
        await foreach (var page in container.GetBlobsAsync(traits, BlobStates.None, prefix, cancellationToken).AsPages(marker, size))
        {
            return new(page.Values, page.ContinuationToken is { Length: > 0 } next ? next : null);
        }

        return new([], null);
    }
}
