using System.Buffers.Binary;
using Microsoft.DurableTask;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Decides whether to retry a step that reads untrusted bytes. Counts failures by cause, because each cause means something different for
/// the file:
/// <list type="bullet">
/// <item>The step fails: the file may be at fault. Ends after five failures.</item>
/// <item>Storage does not respond: the file is not at fault. Waits up to a day.</item>
/// <item>
/// The worker dies: this file may be at fault, or any other that the process was reading. Each death costs all of them, therefore three
/// end the step. The pauses grow to minutes and are randomized within wide bounds: videos interrupted together retry at different times.
/// A file that crashes the worker then interrupts only itself; another file would have to run beside one three times.
/// </item>
/// </list>
/// One instance serves one call. The counts live in the orchestrator's memory: a replay sees the same failures in the same order.
/// </summary>
internal sealed class InspectionRetries
{
    /// <summary>Maximum number of failures of the step itself.</summary>
    public const int MaxFailures = 5;

    /// <summary>Maximum number of worker deaths.</summary>
    public const int MaxDeaths = 3;

    // Longer than a worker's startup, and much longer than most videos take to read.
    private static readonly (TimeSpan Least, TimeSpan Most)[] PausesAfterDeath =
        [(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)), (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15))];

    private int _outages;
    private int _failures;
    private int _deaths;

    /// <summary>Waits until the step may be retried.</summary>
    /// <returns>Whether to retry; false passes the last failure to the caller.</returns>
    public async Task<bool> TryAgainAsync(RetryContext retry)
    {
        ArgumentNullException.ThrowIfNull(retry);
        if (Pause(retry) is not { } pause)
        {
            return false;
        }

        await retry.OrchestrationContext.CreateTimer(pause, retry.CancellationToken);
        return true;
    }

    private TimeSpan? Pause(RetryContext retry)
    {
        if (WorkerDeath.Caused(retry.LastFailure))
        {
            return ++_deaths < MaxDeaths ? Between(PausesAfterDeath[_deaths - 1], retry.OrchestrationContext) : null;
        }

        if (retry.LastFailure.IsCausedBy<StorageOutageException>())
        {
            return retry.TotalRetryTime < Retries.LongestOutage ? Retries.Interval(++_outages) : null;
        }

        return ++_failures < MaxFailures ? Retries.Interval(_failures) : null;
    }

    /// <remarks>Deterministic: the context's GUIDs are hashes of the instance and the same in every replay.</remarks>
    private static TimeSpan Between((TimeSpan Least, TimeSpan Most) bounds, TaskOrchestrationContext context)
    {
        var share = BinaryPrimitives.ReadUInt32LittleEndian(context.NewGuid().ToByteArray().AsSpan(12)) / (double)uint.MaxValue;
        return bounds.Least + ((bounds.Most - bounds.Least) * share);
    }
}
