using Microsoft.DurableTask;

namespace Local.Durable.Engine;

/// <summary>Runs an orchestrator; its result is serialized as the output of the instance.</summary>
internal delegate Task<object?> OrchestratorFunction(TaskOrchestrationContext context);

/// <summary>Runs an activity; its result is serialized as the output of the task.</summary>
internal delegate Task<object?> ActivityFunction(ActivityInvocation invocation, CancellationToken cancellation);

/// <summary>One call of an activity. It may be made again after a crash.</summary>
/// <param name="name">The name it was called by.</param>
/// <param name="instanceId">The orchestration instance that called it.</param>
/// <param name="version">Its version; empty when unversioned.</param>
/// <param name="taskId">Its number within the orchestration.</param>
/// <param name="serializedInput">Its input, as the engine's data converter wrote it; null when it has none.</param>
/// <param name="converter">The engine's data converter.</param>
internal sealed class ActivityInvocation(
    TaskName name, string instanceId, string version, int taskId, string? serializedInput, DataConverter converter) : TaskActivityContext
{
    public override TaskName Name => name;

    public override string InstanceId => instanceId;

    public override string Version => version;

    public int TaskId => taskId;

    public string? SerializedInput => serializedInput;

    /// <summary>W3C trace context of who started the orchestration: the same after a restart, and none of it is emitted again by a replay.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The input as <paramref name="type"/>; null when there is none.</summary>
    public object? ReadInput(Type type) => converter.Deserialize(serializedInput, type);
}
