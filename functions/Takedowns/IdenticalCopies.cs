using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Review.Steps;

namespace VideoGate.Takedowns;

/// <summary>Takes published videos with the same fingerprint down with the one that an order names, if the order says so.</summary>
public sealed partial class IdenticalCopies(
    CaseStore cases, RelatedCases related, PolicyArchive policies, ReviewChanges changes, TakedownIndex index, TakedownStarter starter,
    TimeProvider time, ILogger<IdenticalCopies> logger)
{
    /// <summary>Copies examined for one order.</summary>
    internal const int Most = 1000;

    /// <summary>Idempotent: a copy that an earlier attempt took down is no longer published.</summary>
    public async Task TakeDownAsync(DurableTaskClient client, StoredCase named, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(named);
        if (named.Case.Takedown is not { Copies: true } order)
        {
            return;
        }

        var ids = await related.SameContentAsync(named.Case, Most, cancellationToken);
        if (ids.Count == Most)
        {
            Log.TooMany(logger, named.Case.CaseId, Most);
        }

        List<string> taken = [];
        foreach (var id in ids)
        {
            if (await cases.GetAsync(id, cancellationToken) is { } copy
                && await TryTakeDownAsync(client, copy, named.Case.CaseId, order, cancellationToken))
            {
                taken.Add(id);
            }
        }

        await changes.ApplyAsync(named, current => TakedownRules.List(current, order.Number, taken), cancellationToken);
    }

    /// <returns>Whether the copy is taken down because of this order.</returns>
    private async Task<bool> TryTakeDownAsync(
        DurableTaskClient client, StoredCase copy, string named, Takedown order, CancellationToken cancellationToken)
    {
        if (copy.Case.State is CaseState.Published)
        {
            var policy = (await policies.GetAsync(copy.Case.Policy, cancellationToken)).Review;
            await index.AddAsync(copy.Case.CaseId, cancellationToken);
            var result = await changes.ApplyAsync(
                copy, current => TakedownRules.OrderCopy(current, named, order, time.GetUtcNow(), policy), cancellationToken);
            copy = result.Stored ?? copy;
            await starter.StartAsync(client, copy.Case, cancellationToken);
        }

        return copy.Case.Takedown?.CopyOf == named;
    }

    private static partial class Log
    {
        [LoggerMessage(9305, LogLevel.Error,
            "Case {CaseId}: it has more identical copies than the {Most} that an order to take it down reaches; take the rest down by hand.")]
        public static partial void TooMany(ILogger logger, string caseId, int most);
    }
}
