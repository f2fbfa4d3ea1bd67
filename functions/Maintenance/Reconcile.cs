using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGate.Maintenance.Repairs;
using VideoGate.Maintenance.Sweeps;
using VideoGate.Storage;

namespace VideoGate.Maintenance;

/// <summary>
/// Finds and repairs inconsistencies between stored data, on the schedule in <c>Reconciliation:Schedule</c>: one run at a time, with a
/// limit per run. Repairs use the app's own steps, therefore they may run concurrently with them.
/// </summary>
public sealed partial class Reconcile(
    BlobStorage storage,
    IEnumerable<ISweep> sweeps,
    IOptions<ReconciliationOptions> options,
    ReconciliationMetrics metrics,
    StorageClock clock,
    TimeProvider time,
    ILogger<Reconcile> logger)
{
    private const int PageSize = 500;

    private readonly ResumableWork<ReconciliationProgress> _work = new(
        storage.Blob(new(Containers.Cases, "reconciliation.json")), ReconciliationJson.Default.CheckpointReconciliationProgress, time);

    [Function(nameof(Reconcile))]
    public async Task RunAsync(
        [TimerTrigger("%Reconciliation:Schedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (await RunAsync(client, cancellationToken) is { } result)
        {
            Log.Ended(logger, result.Examined, ReconciliationResult.Describe(result.Repaired),
                ReconciliationResult.Describe(result.Failed));
        }
        else
        {
            Log.UnderWay(logger);
        }
    }

    /// <returns>The result, or null if another run is active or takes over.</returns>
    private async Task<ReconciliationResult?> RunAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        await using var turn = await _work.TakeUpAsync(cancellationToken);
        if (turn is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var run = new ReconciliationRun(client, clock.Earliest(), options.Value.GracePeriod, metrics, logger);
        foreach (var sweep in sweeps)
        {
            if (!await SweepAsync(sweep, turn, run, now + options.Value.MaxDuration, cancellationToken))
            {
                return null;
            }
        }

        return run.Result;
    }

    /// <summary>Continues a sweep to its end or to the limit of the run.</summary>
    /// <returns>False if another run has taken over.</returns>
    private async Task<bool> SweepAsync(
        ISweep sweep, ResumableWork<ReconciliationProgress>.Run turn, ReconciliationRun run, DateTimeOffset deadline,
        CancellationToken cancellationToken)
    {
        var progress = turn.Progress ?? new(new Dictionary<string, SweepPosition>());
        var position = progress.Of(sweep.Name);
        var left = position.IsDue(run.Now, sweep.Every) ? options.Value.MaxPerRun : 0;
        while (left > 0 && time.GetUtcNow() < deadline)
        {
            var step = await sweep.StepAsync(position.Marker, Math.Min(PageSize, left), run, cancellationToken);
            position = new(step.Next, step.Next is null ? time.GetUtcNow() : position.EndedAt);
            progress = progress.With(sweep.Name, position);
            if (!await turn.SaveAsync(progress, cancellationToken))
            {
                return false;
            }

            left = step.Next is null ? 0 : left - step.Count;
        }

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(9003, LogLevel.Information, "Reconciliation: {Examined} examined; repaired: {Repaired}; not repaired: {Failed}.")]
        public static partial void Ended(ILogger logger, long examined, string repaired, string failed);

        [LoggerMessage(9004, LogLevel.Information, "Reconciliation: another run is in progress.")]
        public static partial void UnderWay(ILogger logger);
    }
}
