using System.Diagnostics;
using DurableTask.Core.Exceptions;
using Local.Durable.History;
using Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Engine;

/// <summary>The client of an engine in the same process.</summary>
internal sealed class EngineClient(string name, DurableEngine engine) : DurableTaskClient(name)
{
    private const int PurgeBatch = 200;

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var refusedBy = await engine.CreateAsync(
            new(
                id,
                orchestratorName,
                options?.Version is { } version ? version.Version : engine.Options.DefaultVersion,
                engine.Payloads.Serialize(input, $"The input of orchestration '{orchestratorName}'"))
            {
                Tags = options?.Tags,
                TraceParent = Activity.Current?.Id,
                StartAt = options?.StartAt,
                RefusedBy = DedupeStatuses.Parse(options?.DedupeStatuses),
            },
            cancellation);
        return refusedBy is not { } status
            ? id
            : throw new OrchestrationAlreadyExistsException($"An orchestration instance with id '{id}' already exists and is {status}.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, new EventRaised(eventName, engine.Payloads.Serialize(eventPayload, $"The payload of event '{eventName}'")), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var output = engine.Payloads.Serialize(options?.Output, "The output of a terminated orchestration");
        return SendAsync(instanceId, new ExecutionTerminated(output, options?.Recursive ?? false), cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, instance => instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, instance => instance.IsCompleted, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(engine.Queries.Find(instanceId, getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.PageSize, nameof(filter));
        return Pageable.Create<OrchestrationMetadata>((continuation, sizeHint, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(engine.Queries.List(query, continuation ?? query.ContinuationToken, sizeHint ?? query.PageSize));
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new(await engine.PurgeAsync([instanceId], options?.Recursive ?? false, cancellation));
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var started = engine.Time.GetTimestamp();
        var purged = 0;
        while (engine.Queries.Purgeable(filter, PurgeBatch) is { Count: > 0 } ids)
        {
            purged += await engine.PurgeAsync(ids, options?.Recursive ?? false, cancellation);
            if (engine.Time.GetElapsedTime(started) >= filter.Timeout)
            {
                return new(purged, isComplete: engine.Queries.Purgeable(filter, 1).Count == 0);
            }
        }

        return new(purged, isComplete: true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task SendAsync(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return engine.SendAsync(instanceId, happened, cancellation);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<OrchestrationMetadata, bool> arrived, bool withPayloads, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        while (true)
        {
            // Asked for before the look, so that a change between look and wait is not missed.
            using var watch = engine.Changes.Start(instanceId);
            var instance = engine.Queries.Find(instanceId, withPayloads)
                ?? throw new InvalidOperationException($"There is no orchestration instance with id '{instanceId}' to wait for.");
            if (arrived(instance))
            {
                return instance;
            }

            await watch.Changed.WaitAsync(cancellation);
        }
    }
}
