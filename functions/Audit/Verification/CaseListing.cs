using System.Runtime.CompilerServices;
using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>
/// Lists every case that is stored or has a log, each once: finds a deleted log by its case, and a log whose case was deleted by itself.
/// Merges two listings in id order, holding at most one page of each.
/// </summary>
internal static class CaseListing
{
    private const int PageSize = 5000;

    /// <param name="after">Last case id to skip.</param>
    public static async IAsyncEnumerable<ListedCase> ReadAsync(
        CaseStore cases, AuditLog audit, ListingPlace from, string? after,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stored =
            IdsAsync((marker, cancellation) => cases.ListPageAsync(marker, PageSize, cancellation), from.Cases, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var logged =
            IdsAsync((marker, cancellation) => audit.ListPageAsync(marker, PageSize, cancellation), from.Logs, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var (hasCase, hasLog) = (await stored.MoveNextAsync(), await logged.MoveNextAsync());
        var place = from;
        while (hasCase || hasLog)
        {
            var order = !hasLog ? -1 : !hasCase ? 1 : string.CompareOrdinal(stored.Current.Id, logged.Current.Id);
            var caseId = order <= 0 ? stored.Current.Id : logged.Current.Id;
            place = new(hasCase ? stored.Current.Page : place.Cases, hasLog ? logged.Current.Page : place.Logs);
            if (after is null || string.CompareOrdinal(caseId, after) > 0)
            {
                yield return new(caseId, place);
            }

            hasCase = order <= 0 ? await stored.MoveNextAsync() : hasCase;
            hasLog = order >= 0 ? await logged.MoveNextAsync() : hasLog;
        }
    }

    private static async IAsyncEnumerable<(string Id, string? Page)> IdsAsync(
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
}
