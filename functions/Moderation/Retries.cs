using Microsoft.DurableTask;

namespace VideoGate.Moderation;

/// <summary>Retry policies of the steps.</summary>
internal static class Retries
{
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    /// <summary>Maximum time that a step waits for storage.</summary>
    public static TimeSpan LongestOutage { get; } = TimeSpan.FromDays(1);

    /// <summary>
    /// For steps that only move state: they succeed as soon as storage responds, therefore they wait out an outage. A worker death uses up
    /// an attempt too; the attempts outlast the day.
    /// </summary>
    public static TaskOptions UntilStorageAnswers { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10_000,
        firstRetryInterval: FirstInterval,
        backoffCoefficient: 2,
        maxRetryInterval: LongestInterval,
        retryTimeout: LongestOutage));

    /// <summary>For one call of a step that reads untrusted bytes; see <see cref="InspectionRetries"/>.</summary>
    public static TaskOptions Inspection() => TaskOptions.FromRetryHandler(new AsyncRetryHandler(new InspectionRetries().TryAgainAsync));

    /// <summary>Gets the pause after an attempt, numbered from 1: doubles from one second to one minute.</summary>
    public static TimeSpan Interval(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(LongestInterval.TotalSeconds, FirstInterval.TotalSeconds * Math.Pow(2, attempt - 1)));
}
