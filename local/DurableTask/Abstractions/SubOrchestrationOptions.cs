namespace Microsoft.DurableTask;

/// <summary>How a sub-orchestration is called.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <param name="retry">How a failure is retried; null: not at all.</param>
    /// <param name="instanceId">The id of the sub-orchestration; null: a new deterministic one.</param>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry)
    {
        InstanceId = instanceId;
    }

    /// <summary>A copy of <paramref name="options"/>, with <paramref name="instanceId"/> where it is given.</summary>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options)
    {
        InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;
    }

    /// <summary>A copy of <paramref name="options"/>.</summary>
    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options)
    {
        InstanceId = options.InstanceId;
    }

    /// <summary>The id of the sub-orchestration; null: a new deterministic one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The version to call; null: the default version.</summary>
    public new TaskVersion? Version
    {
        get => base.Version;
        init => base.Version = value;
    }
}
