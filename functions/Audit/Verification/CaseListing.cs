using System.Runtime.CompilerServices;
using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>
/// Lists every case that is stored, has a log, or is anchored, each once: finds a deleted log by its case, a deleted case by its log, and
/// by the manifests a case whose log was deleted with it. Merges the listings in id order, holding at most one page of each.
/// </summary>
internal static class CaseListing
{
    private const int PageSize = 5000;

    /// <param name="after">Last case id to skip.</param>
    public static async IAsyncEnumerable<ListedCase> ReadAsync(
        CaseStore cases, AuditLog audit, ListingPlace from, string? after, AnchorWindow anchors,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stored = new Ids(
            PagesAsync((marker, cancellation) => cases.ListPageAsync(marker, PageSize, cancellation), from.Cases, cancellationToken));
        await using var logged = new Ids(
            PagesAsync((marker, cancellation) => audit.ListPageAsync(marker, PageSize, cancellation), from.Logs, cancellationToken));
        await using var anchored = new Ids(anchors.CaseIdsAsync(after, cancellationToken).Select(id => (id, (string?)null)));
        Ids[] listings = [stored, logged, anchored];
        foreach (var listing in listings)
        {
            await listing.NextAsync();
        }

        while (listings.Select(listing => listing.Current).OfType<string>().Min(StringComparer.Ordinal) is { } caseId)
        {
            if (after is null || string.CompareOrdinal(caseId, after) > 0)
            {
                yield return new(caseId, new(stored.Page ?? from.Cases, logged.Page ?? from.Logs));
            }

            foreach (var listing in listings.Where(listing => listing.Current == caseId).ToList())
            {
                await listing.NextAsync();
            }
        }
    }

    private static async IAsyncEnumerable<(string Id, string? Page)> PagesAsync(
        Func<string?, CancellationToken, Task<CasePage>> list, string? marker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var first = true; first || marker is not null; first = false)
        {
            var page = await list(marker, cancellationToken);
            foreach (var id in page.CaseIds)
            {
                yield return (id, marker);
            }

            marker = page.Next;
        }
    }

    /// <summary>One of the listings, at its next id.</summary>
    private sealed class Ids(IAsyncEnumerable<(string Id, string? Page)> listing) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<(string Id, string? Page)> _ids = listing.GetAsyncEnumerator();

        /// <summary>Gets the id, or null at the end.</summary>
        public string? Current { get; private set; }

        /// <summary>Gets the marker of the page that contains the last id.</summary>
        public string? Page { get; private set; }

        public async Task NextAsync()
        {
            var isThere = await _ids.MoveNextAsync();
            (Current, Page) = isThere ? (_ids.Current.Id, _ids.Current.Page) : (null, Page);
        }

        public ValueTask DisposeAsync() => _ids.DisposeAsync();
    }
}
