using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Storage;

/// <summary>One page of a container's blobs, ordered by name.</summary>
/// <param name="Next">Continuation marker of the next page, or null on the last page.</param>
internal sealed record BlobPage(IReadOnlyList<BlobItem> Blobs, string? Next)
{
    /// <param name="marker"><see cref="Next"/> of the previous page; null for the first page.</param>
    /// <param name="size">1 to 5000; a page may be shorter even if more pages follow.</param>
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
