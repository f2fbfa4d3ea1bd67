namespace Microsoft.DurableTask.Client;

/// <summary>What a purge did.</summary>
public class PurgeResult
{
    /// <param name="count">The number of instances deleted.</param>
    public PurgeResult(int count)
        : this(count, null)
    {
    }

    /// <param name="count">The number of instances deleted.</param>
    /// <param name="isComplete">Whether nothing that matches is left; null when unknown.</param>
    public PurgeResult(int count, bool? isComplete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
        IsComplete = isComplete;
    }

    /// <summary>The number of instances deleted.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether nothing that matches is left; null when unknown.</summary>
    public bool? IsComplete { get; }
}
