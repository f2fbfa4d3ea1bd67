using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Cases.Queue;

/// <summary>
/// The open reviews: one empty blob each under <c>reviews/open/</c> in container <c>cases</c>. The name sorts by due time, the metadata
/// hold the row: one listing call returns a page, independent of the number of closed cases.
/// </summary>
public sealed class ReviewQueueStore(BlobStorage storage)
{
    private const string Prefix = "reviews/open/";

    /// <summary>Adds or updates the row of the case's review.</summary>
    public async Task AddAsync(ModerationCase reviewed, CancellationToken cancellationToken = default)
    {
        var row = ReviewRow.From(reviewed);
        await storage.WriteRowAsync(Location(row), MetadataRow.Of(row, QueueJson.Stored.ReviewRow), cancellationToken);
    }

    /// <summary>Removes the row of the case's review, if present.</summary>
    public async Task RemoveAsync(ModerationCase reviewed, CancellationToken cancellationToken = default) =>
        await storage.Blob(Location(ReviewRow.From(reviewed))).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Gets the queued row of the case's review, or null if it is not at its expected name, or cannot be read.</summary>
    public async Task<ReviewRow?> FindAsync(ModerationCase reviewed, CancellationToken cancellationToken = default) =>
        await storage.FindAsync(Location(ReviewRow.From(reviewed)), cancellationToken) is { } found ? Row(found.Metadata) : null;

    /// <summary>Gets the blob name of the case's row.</summary>
    public static string NameOf(ModerationCase reviewed) => Location(ReviewRow.From(reviewed)).Name;

    /// <param name="name"><see cref="IndexedReview.Name"/>.</param>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken = default) =>
        await storage.Blob(new(Containers.Cases, name)).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Lists one page of rows, most urgent first.</summary>
    /// <param name="marker"><c>Next</c> of the previous page; null for the first page.</param>
    public async Task<(IReadOnlyList<IndexedReview> Reviews, string? Next)> ListPageAsync(
        string? marker, int pageSize, CancellationToken cancellationToken = default)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Cases), Prefix, BlobTraits.Metadata, marker, pageSize, cancellationToken);
        return ([.. page.Blobs.Select(Indexed).OfType<IndexedReview>()], page.Next);
    }

    /// <summary>
    /// Gets one page. A client that follows <see cref="ReviewPage.Next"/> to the end gets every review that stays open meanwhile exactly
    /// once, independent of concurrent changes.
    /// </summary>
    /// <param name="cursor"><see cref="ReviewPage.Next"/> of the previous page; null for the first page.</param>
    /// <param name="pageSize">1 to 5000; a page may be shorter even if more pages follow.</param>
    /// <returns>The page, or null if <paramref name="cursor"/> is not a cursor of this queue.</returns>
    public async Task<ReviewPage?> ListAsync(string? cursor, int pageSize, CancellationToken cancellationToken = default)
    {
        ReviewCursor? from = null;
        if (cursor is not null && (!ReviewCursor.TryParse(cursor, out from) || from.Marker is null))
        {
            return null;
        }

        try
        {
            return await ListAsync(from, pageSize, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 400 && from is not null)
        {
            return null;
        }
    }

    /// <summary>Reads the whole queue, most urgent first; 5,000 reviews per call.</summary>
    /// <param name="most">Maximum number of reviews to read.</param>
    public async Task<IReadOnlyList<IndexedReview>> ScanAsync(int most, CancellationToken cancellationToken = default)
    {
        List<IndexedReview> reviews = [];
        var blobs = storage.Container(Containers.Cases).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Prefix, cancellationToken);
        await foreach (var blob in blobs)
        {
            if (Indexed(blob) is { } review)
            {
                reviews.Add(review);
            }

            if (reviews.Count == most)
            {
                break;
            }
        }

        return reviews;
    }

    private async Task<ReviewPage> ListAsync(ReviewCursor? from, int pageSize, CancellationToken cancellationToken)
    {
        var pages = storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Prefix, cancellationToken)
            .AsPages(from?.Marker, pageSize);
        await foreach (var page in pages)
        {
            var shown = page.Values.Where(blob => from is null || string.CompareOrdinal(blob.Name, from.After) > 0).ToList();
            var next = page.ContinuationToken is { Length: > 0 } marker ? marker : null;
            if (shown.Count > 0 || next is null)
            {
                return new(
                    [.. shown.Select(blob => Row(blob.Metadata)).OfType<ReviewRow>()],
                    next is null ? null : new ReviewCursor(next, shown[^1].Name).ToString());
            }
        }

        return new([], null);
    }

    private static IndexedReview? Indexed(BlobItem blob) => Row(blob.Metadata) is { } row ? new(blob.Name, row) : null;

    // A row that cannot be read is rewritten by reconciliation; the rest of the queue is unaffected.
    private static ReviewRow? Row(IDictionary<string, string> metadata) => MetadataRow.Read(metadata, QueueJson.Stored.ReviewRow);

    private static BlobLocation Location(ReviewRow row)
    {
        var due = row.DueAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'.'fffffff'Z'", CultureInfo.InvariantCulture);
        return new(Containers.Cases, $"{Prefix}{due}-{row.CaseId}");
    }
}
