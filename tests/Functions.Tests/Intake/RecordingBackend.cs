using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VideoGate.Cases.Orchestration;

namespace VideoGate.Tests.Intake;

/// <summary>
/// A durable backend that only starts: it records starts and events, and rejects an existing id. The exception is the one that
/// GrpcDurableTaskClient of durabletask-dotnet throws on the extension's response AlreadyExists.
/// </summary>
internal sealed class RecordingBackend
{
    /// <summary>Started cases.</summary>
    public IReadOnlyDictionary<string, ModerationRequest> Started =>
        Inputs.ToDictionary(start => start.Key, start => (ModerationRequest)start.Value!);

    /// <summary>All started instances, by id.</summary>
    public ConcurrentDictionary<string, object?> Inputs { get; } = [];

    /// <summary>Raised events, with their receivers.</summary>
    public ConcurrentBag<(string InstanceId, string Name)> Raised { get; } = [];

    /// <summary>Options of the last start.</summary>
    public StartOrchestrationOptions? Options { get; private set; }

    /// <summary>Instances that have ended or not, by id; none but these exist.</summary>
    public ConcurrentDictionary<string, OrchestrationRuntimeStatus> Instances { get; } = [];

    /// <summary>Fails every start.</summary>
    public Exception? Outage { get; set; }

    public DurableTaskClient Client => new RecordingClient(this);

    private sealed class RecordingClient(RecordingBackend backend) : DurableTaskClient("recording")
    {
        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null,
                CancellationToken cancellation = default)
        {
            if (backend.Outage is not null)
            {
                throw backend.Outage;
            }

            backend.Options = options;
            return backend.Inputs.TryAdd(options!.InstanceId!, input)
                ? Task.FromResult(options.InstanceId!)
                : throw new OrchestrationAlreadyExistsException(options.InstanceId!);
        }

        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
        {
            backend.Raised.Add((instanceId, eventName));
            return Task.CompletedTask;
        }

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
                throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
                throw new NotSupportedException();

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
                backend.Outage is not null ? throw backend.Outage
                : Task.FromResult(backend.Instances.TryGetValue(instanceId, out var status)
                    ? new OrchestrationMetadata("ModerateVideo", instanceId) { RuntimeStatus = status }
                    : null);

        public override Task<PurgeResult> PurgeInstanceAsync(
            string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
                Task.FromResult(new PurgeResult(backend.Instances.TryRemove(instanceId, out _) ? 1 : 0));

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
            throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
