using System.Diagnostics.CodeAnalysis;
using Local.Durable.History;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Storage;

internal sealed partial class WriteSession
{
    private Statement _insertInstance;
    private Statement _insertTimer;

    /// <summary>
    /// Creates an instance and its first message. An existing one in a status that does not refuse is replaced, and the decision that waited for
    /// it is told that it was terminated.
    /// </summary>
    /// <returns>The effects, or the status of the existing instance that refused.</returns>
    public (Effects Effects, OrchestrationRuntimeStatus? RefusedBy) Create(NewInstance instance, long now)
    {
        var effects = new Effects();
        if (Find(instance.Id) is { } existing)
        {
            if (instance.RefusedBy.Contains(existing.Status))
            {
                return (effects, existing.Status);
            }

            Replace(existing, effects);
        }

        var header = new InstanceHeader(++_lastKey, instance.Id, 1, instance.Name, instance.Version, instance.Input, instance.Parent, instance.TraceParent);
        Insert(header, instance, now);
        effects.Changed.Add(instance.Id);
        if (instance.StartAt is { } start && start.UtcTicks > now)
        {
            var timer = new DueTimer(start.UtcTicks, header.Key, header.Execution, DueTimer.StartTaskId);
            _insertTimer.Run(timer.Key, timer.Execution, timer.TaskId, timer.FireAt);
            effects.Timers.Add(timer);
        }
        else
        {
            effects.Deliveries.Add(Store(header.Key, 1, new ExecutionStarted(), header));
        }

        return (effects, null);
    }

    [MemberNotNull(nameof(_insertInstance), nameof(_insertTimer))]
    private void PrepareInstances()
    {
        _insertInstance = Prepare("""
            INSERT INTO instances(key, id, execution, name, version, status, created_at, updated_at, input, tags,
                parent_key, parent_execution, parent_task, parent_id, parent_name, trace_parent)
            VALUES($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """);
        _insertTimer = Prepare("INSERT INTO timers(key, execution, task, fire_at) VALUES($1, $2, $3, $4)");
    }

    private void Insert(InstanceHeader header, NewInstance instance, long now) => _insertInstance.Run(
        header.Key, header.Id, header.Execution, header.Name, header.Version, (int)OrchestrationRuntimeStatus.Pending, now, header.Input,
        instance.Tags is { Count: > 0 } tags ? HistoryJson.Write(tags) : null,
        header.Parent?.Key, header.Parent?.Execution, header.Parent?.TaskId, header.Parent?.InstanceId, header.Parent?.Name,
        header.TraceParent);

    private void Replace(Existing existing, Effects effects)
    {
        if (existing.Parent is { } parent && !existing.Status.HasEnded())
        {
            effects.Deliveries.Add(Store(parent.Key, parent.Execution, new TaskFailed(parent.TaskId, Replaced)));
        }

        Delete(existing.Key);
        effects.Gone.Add(existing.Key);
    }

    private static readonly Failure Replaced = new("OrchestrationTerminated", "The sub-orchestration was terminated: a new instance with its id replaced it.");
}
