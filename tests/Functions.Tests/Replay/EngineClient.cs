using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;

namespace VideoGate.Tests.Replay;

/// <summary>A client of the virtual engine: starts instances, raises events and reads statuses.</summary>
internal sealed class EngineClient(VirtualEngine engine) : DurableTaskClient("engine")
{
    private readonly Lock _lock = new();

    /// <summary>Called before each start; its exception fails the start.</summary>
    public Action<string> BeforeStart { get; set; } = _ => { };

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
            CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            var id = options!.InstanceId!;
            BeforeStart(id);
            if (engine.Find(id) is { } known && (!known.Ended || options.DedupeStatuses!.Contains(known.Status.ToString())))
            {
                throw new OrchestrationAlreadyExistsException(id);
            }

            engine.Start(orchestratorName.Name, input, id);
            return Task.FromResult(id);
        }
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            if (engine.Find(instanceId) is { Ended: false } running)
            {
                engine.Raise(running, eventName, eventPayload);
            }

            return Task.CompletedTask;
        }
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            return Task.FromResult(engine.Find(instanceId) is { } found
                ? new OrchestrationMetadata("", instanceId) { RuntimeStatus = Status(found.Status) }
                : null);
        }
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OrchestrationRuntimeStatus Status(OrchestrationStatus status) => status switch
    {
        OrchestrationStatus.Completed => OrchestrationRuntimeStatus.Completed,
        OrchestrationStatus.Failed => OrchestrationRuntimeStatus.Failed,
        OrchestrationStatus.Pending => OrchestrationRuntimeStatus.Pending,
        _ => OrchestrationRuntimeStatus.Running,
    };
}
