using Microsoft.DurableTask.Client;

namespace VideoGate.Maintenance.Repairs;

/// <summary>What may be concluded from where an orchestration stands. Pure.</summary>
internal static class Instances
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    public static string Describe(this OrchestrationMetadata? instance) =>
        instance is null ? "no orchestration" : $"an orchestration that is {instance.RuntimeStatus}";

    /// <summary>
    /// How long a case rests before its orchestration is started again: what failed will often fail again, and costs as much each time.
    /// </summary>
    /// <param name="restarts">How often it was started again before.</param>
    /// <returns>The grace period, doubled each time, to a day.</returns>
    public static TimeSpan RestBefore(int restarts, TimeSpan grace)
    {
        var rest = Math.Min(grace.TotalSeconds * Math.Pow(2, restarts), LongestRest.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(rest, grace.TotalSeconds));
    }
}
