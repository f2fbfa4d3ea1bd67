namespace Microsoft.DurableTask;

/// <summary>What an orchestrator sees when an activity or a sub-orchestration failed.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>A failure by <paramref name="innerException"/>.</summary>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Describe(taskName, taskId, innerException?.Message), innerException)
    {
        ArgumentNullException.ThrowIfNull(innerException);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <summary>A failure with known details.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Describe(taskName, taskId, failureDetails?.ErrorMessage))
    {
        ArgumentNullException.ThrowIfNull(failureDetails);
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The name of the task that failed.</summary>
    public string TaskName { get; }

    /// <summary>The number of the task within its orchestration.</summary>
    public int TaskId { get; }

    /// <summary>Why it failed; stands in for the original exception, which does not cross the process.</summary>
    public TaskFailureDetails FailureDetails { get; }

    private static string Describe(string name, int id, string? cause) =>
        cause is null
            ? $"Task '{name}' (#{id}) failed with an unhandled exception."
            : $"Task '{name}' (#{id}) failed with an unhandled exception: {cause}";
}
