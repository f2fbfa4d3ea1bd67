using Microsoft.DurableTask;
using Serverless.Storage;

namespace Serverless.Moderation;

/// <summary>How often each kind of step is tried again.</summary>
internal static class Retries
{
    private const int InspectionAttempts = 5;

    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromDays(1);

    /// <summary>Steps that only move state: they succeed as soon as storage answers, so an outage is waited out.</summary>
    public static TaskOptions UntilStorageAnswers { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10_000,
        firstRetryInterval: FirstInterval,
        backoffCoefficient: 2,
        maxRetryInterval: LongestInterval,
        retryTimeout: LongestOutage));

    /// <summary>Reading untrusted bytes: five failures of the file itself are enough, an outage of storage does not count.</summary>
    public static TaskOptions Inspection { get; } = TaskOptions.FromRetryHandler(new AsyncRetryHandler(TryInspectionAgainAsync));

    private static async Task<bool> TryInspectionAgainAsync(RetryContext retry)
    {
        var outage = retry.LastFailure.IsCausedBy<StorageOutageException>();
        if (outage ? retry.TotalRetryTime >= LongestOutage : retry.LastAttemptNumber >= InspectionAttempts)
        {
            return false;
        }

        await retry.OrchestrationContext.CreateTimer(Interval(retry.LastAttemptNumber), retry.CancellationToken);
        return true;
    }

    /// <summary>Doubles from one second to a minute.</summary>
    public static TimeSpan Interval(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(LongestInterval.TotalSeconds, FirstInterval.TotalSeconds * Math.Pow(2, attempt - 1)));
}
