using Microsoft.DurableTask;

namespace VideoGate.Moderation;

/// <summary>How often each kind of step runs again after a failure.</summary>
internal static class Retries
{
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    /// <summary>Longest time that a step waits for storage.</summary>
    public static TimeSpan LongestOutage { get; } = TimeSpan.FromDays(1);

    /// <summary>
    /// For steps that only move state: they succeed as soon as storage answers, so they wait an outage out. The death of a worker
    /// spends an attempt too; there are more attempts than fit into the day.
    /// </summary>
    public static TaskOptions UntilStorageAnswers { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10_000,
        firstRetryInterval: FirstInterval,
        backoffCoefficient: 2,
        maxRetryInterval: LongestInterval,
        retryTimeout: LongestOutage));

    /// <summary>For one call of a step that reads untrusted bytes: see <see cref="InspectionRetries"/>.</summary>
    public static TaskOptions Inspection() => TaskOptions.FromRetryHandler(new AsyncRetryHandler(new InspectionRetries().TryAgainAsync));

    /// <summary>Gets the pause after an attempt, counted from 1: doubles from one second to a minute.</summary>
    public static TimeSpan Interval(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(LongestInterval.TotalSeconds, FirstInterval.TotalSeconds * Math.Pow(2, attempt - 1)));
}
