using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;

namespace VideoGate.Policies.Backtests;

/// <summary>
/// Evaluates one batch of stored cases and adds the differences to the backtest. Idempotent: a retried batch is added once.
/// </summary>
public sealed class CompareBatch(CaseStore cases, PolicyArchive pinned, BacktestStore backtests, TimeProvider time)
{
    internal const int BatchSize = 200;
    private const int Parallelism = 8;

    /// <returns>Whether the backtest is complete.</returns>
    [Function(nameof(CompareBatch))]
    public async Task<bool> RunAsync([ActivityTrigger] BacktestStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var stored = await backtests.GetAsync(input.BacktestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no backtest '{input.BacktestId}'.");
        var progress = stored.Value;
        if (progress.Backtest.State is BacktestState.Completed or BacktestState.Failed)
        {
            return true;
        }

        if (input.Failure is null && progress.Batches > input.Batch)
        {
            return false;
        }

        var next = input.Failure is { } failure ? GivenUp(progress, failure) : await AdvanceAsync(progress, cancellationToken);

        // A concurrent writer has compared the same batch.
        await backtests.ReplaceAsync(stored, next, cancellationToken);
        return next.Backtest.State is not BacktestState.Running;
    }

    private async Task<BacktestProgress> AdvanceAsync(BacktestProgress progress, CancellationToken cancellationToken)
    {
        var backtest = progress.Backtest;
        var size = Math.Min(BatchSize, backtest.Scope.Limit - backtest.Result.Seen);
        var page = await cases.ListPageAsync(progress.Next, size, cancellationToken);
        var policy = await backtests.ReadPolicyAsync(backtest.BacktestId, cancellationToken);
        var result = backtest.Result.Add(await CompareAsync(page.CaseIds, policy, backtest.Scope, cancellationToken));
        var ended = page.Next is null || result.Seen >= backtest.Scope.Limit;
        var next = backtest with
        {
            State = ended ? BacktestState.Completed : BacktestState.Running,
            CompletedAt = ended ? time.GetUtcNow() : null,
            Result = result with { Complete = page.Next is null },
        };
        return new(next, progress.Batches + 1, page.Next);
    }

    private async Task<IReadOnlyCollection<Comparison>> CompareAsync(
        IReadOnlyList<string> caseIds, Policy policy, BacktestScope scope, CancellationToken cancellationToken)
    {
        var comparisons = new ConcurrentBag<Comparison>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(caseIds, options, async (caseId, cancellation) =>
        {
            var stored = await ReadAsync(caseId, cancellation);
            comparisons.Add(stored is null
                ? Comparison.None(caseId)
                : Comparison.Of(stored.Case, policy, await OwnAsync(stored.Case, cancellation), scope));
        });
        return [.. comparisons.OrderBy(comparison => comparison.CaseId, StringComparer.Ordinal)];
    }

    /// <returns>The case, or null if it was removed or cannot be read.</returns>
    private async Task<StoredCase?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        try
        {
            return await cases.GetAsync(caseId, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async ValueTask<Policy?> OwnAsync(ModerationCase decided, CancellationToken cancellationToken)
    {
        try
        {
            return await pinned.GetAsync(decided.Policy, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidPolicyException)
        {
            return null;
        }
    }

    private BacktestProgress GivenUp(BacktestProgress progress, string failure) => progress with
    {
        Backtest = progress.Backtest with { State = BacktestState.Failed, Failure = failure, CompletedAt = time.GetUtcNow() },
    };
}
