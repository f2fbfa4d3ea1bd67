using Microsoft.DurableTask.Client;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Conclusions from the status of an orchestration. Pure.</summary>
internal static class Instances
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    public static string Describe(this OrchestrationMetadata? instance) =>
        instance is null ? "no orchestration" : $"an orchestration that is {instance.RuntimeStatus}";

    /// <summary>Gets the pause before an orchestration is restarted: a failure often repeats, at full cost each time.</summary>
    /// <param name="restarts">Number of earlier restarts.</param>
    /// <returns>The grace period, doubled per restart, at most one day.</returns>
    public static TimeSpan RestBefore(int restarts, TimeSpan grace)
    {
        var rest = Math.Min(grace.TotalSeconds * Math.Pow(2, restarts), LongestRest.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(rest, grace.TotalSeconds));
    }
}
