namespace Microsoft.DurableTask;

/// <summary>A declarative retry policy for activities and sub-orchestrations.</summary>
public class RetryPolicy
{
    /// <param name="maxNumberOfAttempts">Attempts in all, the first included; at least 1.</param>
    /// <param name="firstRetryInterval">Delay between the first and the second attempt; more than zero.</param>
    /// <param name="backoffCoefficient">What each further delay is multiplied with; at least 1.</param>
    /// <param name="maxRetryInterval">The longest delay; one hour when null, <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="retryTimeout">No attempt starts after this time; null or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range, or an interval is shorter than the first.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = AtLeastFirst(maxRetryInterval ?? TimeSpan.FromHours(1), nameof(maxRetryInterval), explicitly: maxRetryInterval.HasValue);
        RetryTimeout = AtLeastFirst(retryTimeout ?? Timeout.InfiniteTimeSpan, nameof(retryTimeout), explicitly: retryTimeout.HasValue);
    }

    /// <summary>Attempts in all, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>Delay between the first and the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>What each further delay is multiplied with.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>The longest delay between attempts.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>The time after which no attempt starts.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure is worth another attempt; set through <see cref="HandleFailure"/>.</summary>
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <summary>Whether a failure is worth another attempt. Default: every failure is.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = exception => exception is TaskFailedException failed
            ? value(failed.FailureDetails)
            : throw new InvalidOperationException($"A retry policy judges task failures; got {exception.GetType()}.");
    }

    private TimeSpan AtLeastFirst(TimeSpan value, string parameter, bool explicitly) =>
        explicitly && value < FirstRetryInterval && value != Timeout.InfiniteTimeSpan
            ? throw new ArgumentOutOfRangeException(parameter, value, $"Must not be shorter than the first retry interval, {FirstRetryInterval}.")
            : value;
}
