using Local.Durable.History;
using Microsoft.DurableTask;

namespace Local.Durable.Replay;

/// <summary>Repeats a failing task as its options say, waiting on durable timers, so that the waits are part of history.</summary>
internal sealed class RetryLoop(TaskOrchestrationContext context, string taskName, TaskRetryOptions? options)
{
    // An unlimited interval must still be a date that a timer can have.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(3_650);

    private readonly DateTime _started = context.CurrentUtcDateTime;

    /// <exception cref="TaskFailedException">The last attempt failed.</exception>
    public async Task<string?> RunAsync(Func<OpenTask> attempt)
    {
        for (var attempts = 1; ; attempts++)
        {
            var task = attempt();
            var outcome = await task.Task;
            if (outcome.Failure is not { } failure)
            {
                return outcome.Result;
            }

            var failed = new TaskFailedException(taskName, task.Decision.Id, failure.ToDetails());
            if (failure.NonRetriable || !await ShouldRetryAsync(attempts, failed))
            {
                throw failed;
            }
        }
    }

    /// <summary>The delay after the <paramref name="attempts"/>-th attempt.</summary>
    internal static TimeSpan Delay(RetryPolicy policy, int attempts)
    {
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? LongestInterval : policy.MaxRetryInterval;
        var delay = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        return delay < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(delay) : longest;
    }

    private async Task<bool> ShouldRetryAsync(int attempts, TaskFailedException failed)
    {
        var elapsed = context.CurrentUtcDateTime - _started;
        if (options?.Handler is { } handler)
        {
            return await handler(new(context, attempts, failed.FailureDetails, elapsed, CancellationToken.None));
        }

        if (options?.Policy is not { } policy
            || attempts >= policy.MaxNumberOfAttempts
            || (policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout)
            || !policy.Handle(failed))
        {
            return false;
        }

        await context.CreateTimer(Delay(policy, attempts), CancellationToken.None);
        return true;
    }
}
