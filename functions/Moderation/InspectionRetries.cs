using System.Buffers.Binary;
using Microsoft.DurableTask;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Decides whether a step that reads untrusted bytes runs again. Counts its failures by their cause, because each says something else about
/// the file:
/// <list type="bullet">
/// <item>The step fails: the file may be to blame. Five times are enough.</item>
/// <item>Storage does not answer: the file is not to blame. The step waits up to a day.</item>
/// <item>
/// The worker dies: the file may be to blame, and so may any other that the process was reading. Each death costs all of them, so three
/// deaths are enough. The pauses grow to minutes and are drawn at random within wide bounds, so that videos that were interrupted together
/// run again apart from each other: the one that kills meets only itself, and an innocent one would have to meet a killer three times.
/// </item>
/// </list>
/// One instance serves one call. The counts live in the orchestrator's memory: a replay meets the same failures in the same order.
/// </summary>
internal sealed class InspectionRetries
{
    /// <summary>Failures of the step itself that end it.</summary>
    public const int MaxFailures = 5;

    /// <summary>Deaths of the worker that end it.</summary>
    public const int MaxDeaths = 3;

    // Longer than a worker takes to start, and much longer than most videos take to read.
    private static readonly (TimeSpan Least, TimeSpan Most)[] PausesAfterDeath =
        [(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)), (TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15))];

    private int _outages;
    private int _failures;
    private int _deaths;

    /// <summary>Waits until the step may run again.</summary>
    /// <returns>Whether it may; false leaves the last failure to the caller.</returns>
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

    /// <remarks>The context's GUIDs are hashes over the instance and are the same in every replay.</remarks>
    private static TimeSpan Between((TimeSpan Least, TimeSpan Most) bounds, TaskOrchestrationContext context)
    {
        var share = BinaryPrimitives.ReadUInt32LittleEndian(context.NewGuid().ToByteArray().AsSpan(12)) / (double)uint.MaxValue;
        return bounds.Least + ((bounds.Most - bounds.Least) * share);
    }
}
