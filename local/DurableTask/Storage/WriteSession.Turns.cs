using System.Diagnostics.CodeAnalysis;
using Local.Durable.History;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Storage;

internal sealed partial class WriteSession
{
    private static readonly ExecutionTerminated EndedWithParent = new("\"The parent orchestration was terminated.\"", Recursive: true);

    private Statement _updateInstance;
    private Statement _endInstance;
    private Statement _restartInstance;
    private Statement _insertHistory;
    private Statement _deleteHistory;
    private Statement _insertTask;
    private Statement _deleteTask;
    private Statement _deleteTimer;
    private Statement _deleteTimers;
    private Statement _deleteMessage;
    private Statement _runningChildren;

    /// <summary>Stores a turn; null when the instance was replaced, purged or ended meanwhile, and then nothing is stored.</summary>
    public Effects? Commit(TurnCommit turn)
    {
        var effects = new Effects();
        if (!TryUpdate(turn))
        {
            return null;
        }

        effects.Changed.Add(turn.Instance.Id);
        Settle(turn.Instance.Key, turn.Taken);
        if (turn.Outcome.Continuation is { } continuation)
        {
            Restart(turn.Instance, continuation, effects);
        }
        else
        {
            _insertHistory.Run(turn.Instance.Key, turn.Batch, turn.Events);
        }

        foreach (var timer in turn.Outcome.CancelledTimers)
        {
            _deleteTimer.Run(turn.Instance.Key, turn.Instance.Execution, timer.Id);
        }

        foreach (var decision in turn.Outcome.Decisions)
        {
            CarryOut(turn, decision, effects);
        }

        if (turn.Outcome.End is { } end)
        {
            Announce(turn, end, effects);
        }

        return effects;
    }

    /// <summary>Deletes what messages left behind that no turn will take.</summary>
    public bool Settle(long key, IReadOnlyList<Message> messages)
    {
        foreach (var message in messages)
        {
            if (message.InboxId != 0)
            {
                _deleteMessage.Run(message.InboxId);
            }
            else if (message.Event is CompletionEvent completion)
            {
                (completion is TimerFired ? _deleteTimer : _deleteTask).Run(key, message.Execution, completion.Id);
            }
            else if (message.Event is ExecutionStarted)
            {
                _deleteTimer.Run(key, message.Execution, DueTimer.StartTaskId);
            }
        }

        return true;
    }

    [MemberNotNull(nameof(_updateInstance), nameof(_endInstance), nameof(_restartInstance), nameof(_insertHistory), nameof(_deleteHistory))]
    [MemberNotNull(nameof(_insertTask), nameof(_deleteTask), nameof(_deleteTimer), nameof(_deleteTimers), nameof(_deleteMessage), nameof(_runningChildren))]
    private void PrepareTurns()
    {
        var live = $"key = $1 AND execution = $2 AND status IN {RuntimeStatuses.Active.Sql()}";
        _updateInstance = Prepare($"UPDATE instances SET updated_at = $3, status = $4, custom_status = $5 WHERE {live}");
        _endInstance = Prepare(
            $"UPDATE instances SET updated_at = $3, status = $4, custom_status = $5, output = $6, failure = $7 WHERE {live}");
        _restartInstance = Prepare("UPDATE instances SET execution = execution + 1, input = $2, version = $3 WHERE key = $1");
        _insertHistory = Prepare("INSERT INTO history(key, batch, events) VALUES($1, $2, $3)");
        _deleteHistory = Prepare("DELETE FROM history WHERE key = $1");
        _insertTask = Prepare("INSERT INTO tasks(key, execution, task, name, version, input) VALUES($1, $2, $3, $4, $5, $6)");
        _deleteTask = Prepare("DELETE FROM tasks WHERE key = $1 AND execution = $2 AND task = $3");
        _deleteTimer = Prepare("DELETE FROM timers WHERE key = $1 AND execution = $2 AND task = $3");
        _deleteTimers = Prepare("DELETE FROM timers WHERE key = $1");
        _deleteMessage = Prepare("DELETE FROM inbox WHERE message = $1");
        _runningChildren = Prepare($"SELECT key FROM instances WHERE parent_key = $1 AND parent_execution = $2 AND status IN {RuntimeStatuses.Active.Sql()}");
    }

    private bool TryUpdate(TurnCommit turn)
    {
        var (key, execution) = (turn.Instance.Key, turn.Instance.Execution);
        var (status, custom) = ((int)turn.Outcome.Status, turn.Outcome.CustomStatus);
        return turn.Outcome.End is { } end
            ? _endInstance.Run(key, execution, turn.At, status, custom, end.Output, end.Failure is { } failure ? HistoryJson.Write(failure) : null) == 1
            : _updateInstance.Run(key, execution, turn.At, status, custom) == 1;
    }

    private void Restart(InstanceHeader instance, Continuation continuation, Effects effects)
    {
        _deleteHistory.Run(instance.Key);
        _restartInstance.Run(instance.Key, continuation.Input, continuation.Version);
        effects.Deliveries.Add(Store(instance.Key, instance.Execution + 1, new ExecutionStarted()));
        effects.Deliveries.AddRange(continuation.Carried.Select(carried => Store(instance.Key, 0, carried)));
    }

    private void CarryOut(TurnCommit turn, Decision decision, Effects effects)
    {
        var (key, execution) = (turn.Instance.Key, turn.Instance.Execution);
        switch (decision.Event)
        {
            case ActivityScheduled activity:
                _insertTask.Run(key, execution, activity.Id, activity.Name, decision.Version, decision.Payload);
                break;
            case TimerCreated timer:
                _insertTimer.Run(key, execution, timer.Id, timer.FireAt.Ticks);
                effects.Timers.Add(new(timer.FireAt.Ticks, key, execution, timer.Id));
                break;
            case EventSent sent:
                effects.Add(Send(sent.InstanceId, new EventRaised(sent.Name, decision.Payload)));
                break;
            case SubOrchestrationScheduled child:
                StartChild(turn, child, decision, effects);
                break;
        }
    }

    private void StartChild(TurnCommit turn, SubOrchestrationScheduled child, Decision decision, Effects effects)
    {
        var parent = new ParentLink(turn.Instance.Key, turn.Instance.Execution, child.Id, turn.Instance.Id, turn.Instance.Name);
        var (created, refusedBy) = Create(
            new(child.InstanceId, child.Name, decision.Version, decision.Payload)
            {
                Parent = parent,
                Tags = decision.Tags,
                TraceParent = turn.Instance.TraceParent,
                RefusedBy = RuntimeStatuses.Active,
            },
            turn.At);
        effects.Add(created);
        if (refusedBy is { } status)
        {
            var failure = new Failure(
                "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException",
                $"A sub-orchestration cannot have the id '{child.InstanceId}': an instance with it exists and is {status}.");
            effects.Deliveries.Add(Store(parent.Key, parent.Execution, new TaskFailed(child.Id, failure)));
        }
    }

    private void Announce(TurnCommit turn, ExecutionEnded end, Effects effects)
    {
        if (turn.Instance.Parent is { } parent)
        {
            CompletionEvent completion = end switch
            {
                { Failure: { } failure } => new TaskFailed(parent.TaskId, failure),
                { Status: OrchestrationRuntimeStatus.Terminated } =>
                    new TaskFailed(parent.TaskId, new("OrchestrationTerminated", $"The sub-orchestration was terminated: {end.Output ?? "no reason given"}")),
                _ => new TaskCompleted(parent.TaskId, end.Output),
            };
            effects.Deliveries.Add(Store(parent.Key, parent.Execution, completion));
        }

        if (turn.Outcome.EndsChildren)
        {
            var children = _runningChildren.List(row => row.GetInt64(0), turn.Instance.Key, turn.Instance.Execution);
            effects.Deliveries.AddRange(children.Select(child => Store(child, 0, EndedWithParent)));
        }
    }
}
