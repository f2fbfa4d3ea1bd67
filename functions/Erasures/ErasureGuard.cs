using System.Collections.Concurrent;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Publishing;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Erasures;

/// <summary>Finds what an erasure has to wait for: an open case has a video to decide, a published one an audience.</summary>
public sealed class ErasureGuard(BlobStorage storage, CaseStore cases, RelatedCases related, UploaderUsage usage, TimeProvider time)
{
    private const int Parallelism = 16;
    private const int MostNamed = 50;

    internal async Task<ErasureObstacles> FindAsync(string reference, CancellationToken cancellationToken)
    {
        var (open, published) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        var rows = related.OfUploaderAsync(reference, cancellationToken)
            .TakeWhile(_ => open.Count + published.Count < MostNamed);
        await Parallel.ForEachAsync(rows, parallel, async (row, cancellation) =>
        {
            if (await cases.GetAsync(row.CaseId, cancellation) is not { Case: { ErasedAt: null } known })
            {
                return;
            }

            if (!IsEnded(known))
            {
                open.Add(known.CaseId);
            }
            else if (await IsPublishedAsync(known, cancellation))
            {
                published.Add(known.CaseId);
            }
        });
        return new(await usage.IsUnderWayAsync(reference, cancellationToken), [.. open.Order()], [.. published.Order()]);
    }

    /// <summary>Gets whether nothing changes the case any more, unless its uploader appeals.</summary>
    internal bool IsEnded(ModerationCase known) =>
        known.ClosedAt is not null
        && (known.Review?.Decision is not { } decision || ReviewSchedule.RevocableUntil(decision, time.GetUtcNow()) is null);

    internal async Task<bool> IsPublishedAsync(ModerationCase known, CancellationToken cancellationToken) =>
        known.Location is { Container: Containers.Published } place
        && await storage.FindAsync(place, cancellationToken) is { } found
        && BlobCopier.BelongsTo(found, known.CaseId);
}
