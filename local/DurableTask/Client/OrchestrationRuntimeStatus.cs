namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration instance stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has started and not ended.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Completed,

    /// <summary>It is starting over.</summary>
    ContinuedAsNew,

    /// <summary>It ended with an unhandled exception.</summary>
    Failed,

    /// <summary>It was cancelled.</summary>
    Canceled,

    /// <summary>A client ended it.</summary>
    Terminated,

    /// <summary>It has not started yet.</summary>
    Pending,

    /// <summary>A client holds it.</summary>
    Suspended,
}
