using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Retention;

/// <summary>
/// Purges the histories of orchestrations that ended long ago, on the schedule in <c>Retention:Schedule</c>. Keeps the history of a case
/// that is still open: it explains why the case is stuck. Purges instances one by one, because the service's bulk purge filters by creation
/// time and filters by neither completion time nor owner.
/// </summary>
public sealed partial class PurgeHistories(
    CaseStore cases, IOptions<RetentionOptions> options, StorageClock clock, TimeProvider time, ILogger<PurgeHistories> logger)
{
    private const int Parallelism = 8;
    private const int PageSize = 500;

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    [Function(nameof(PurgeHistories))]
    public async Task RunAsync(
        [TimerTrigger("%Retention:Schedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (clock.Disagrees)
        {
            // Event 1201 reports it: what looks old may not be.
            return;
        }

        var now = time.GetUtcNow();
        var before = now - options.Value.Histories;
        var query = new OrchestrationQuery(CreatedTo: before, Statuses: Ended, PageSize: PageSize);
        var (purged, kept) = (0, 0);
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages().WithCancellation(cancellationToken))
        {
            // Listed by creation time: a long review may have been created long ago and completed recently.
            var old = page.Values.Where(instance => instance.LastUpdatedAt <= before).ToList();
            var deleted = await PurgeAsync(client, old, cancellationToken);
            (purged, kept) = (purged + deleted, kept + old.Count - deleted);
            if (purged >= options.Value.MaxPerRun || time.GetUtcNow() >= now + options.Value.MaxDuration)
            {
                break;
            }
        }

        Log.Purged(logger, purged, before, kept);
    }

    /// <returns>Number of purged histories.</returns>
    private async Task<int> PurgeAsync(
        DurableTaskClient client, IEnumerable<OrchestrationMetadata> old, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(old, parallel, async (instance, cancellation) =>
        {
            if (!await IsNeededAsync(instance.InstanceId, cancellation))
            {
                var result = await client.PurgeInstanceAsync(instance.InstanceId, cancellation);
                Interlocked.Add(ref deleted, result.PurgedInstanceCount);
            }
        });
        return deleted;
    }

    private async Task<bool> IsNeededAsync(string instanceId, CancellationToken cancellationToken) =>
        CaseOrchestration.CaseIdOf(instanceId) is { } caseId
        && await cases.GetAsync(caseId, cancellationToken) is { Case.ClosedAt: null };

    private static partial class Log
    {
        [LoggerMessage(9011, LogLevel.Information,
            "Purged {Purged} histories that ended before {Before}; kept {Kept} of cases that are open.")]
        public static partial void Purged(ILogger logger, int purged, DateTimeOffset before, int kept);
    }
}
