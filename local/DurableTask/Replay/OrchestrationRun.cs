using Local.Durable.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Replay;

/// <summary>
/// One execution of an orchestrator, held at the place it has reached. <see cref="Replay"/> brings it there from history, <see cref="Advance"/>
/// takes it one turn further; both apply the same events in the same way, which is what makes replay the truth.
/// </summary>
internal sealed class OrchestrationRun
{
    private readonly InstanceHeader _instance;
    private readonly RunSettings _settings;
    private readonly Func<TaskOrchestrationContext, Task<object?>>? _orchestrator;
    private readonly OrchestratorScheduler _scheduler;
    private readonly DecisionLog _decisions = new();
    private readonly ExternalEvents _events;
    private readonly OrchestrationContext _context;
    private readonly Queue<HistoryEvent> _heldWhileSuspended = new();
    private OrchestratorCode? _code;
    private bool _suspended;
    private bool _endsChildren;
    private ExecutionEnded? _end;
    private Continuation? _continuation;

    /// <param name="instance">What the execution starts from.</param>
    /// <param name="settings">What all executions share.</param>
    /// <param name="orchestrator">The orchestrator's code; null when none is registered under its name.</param>
    /// <param name="foreignThread">Called at most once, on any thread, when the orchestrator's code runs on after something that is not durable.</param>
    public OrchestrationRun(
        InstanceHeader instance, RunSettings settings, Func<TaskOrchestrationContext, Task<object?>>? orchestrator, Action foreignThread)
    {
        (_instance, _settings, _orchestrator) = (instance, settings, orchestrator);
        _scheduler = new(foreignThread);
        _events = new(settings.Payloads, _scheduler);
        _context = new(instance, settings, _scheduler, _decisions, _events);
    }

    /// <summary>Whether the first turn is behind it.</summary>
    public bool HasStarted { get; private set; }

    private bool IsOver => _end is not null || _continuation is not null;

    /// <summary>Whether a completion still has someone to wait for it.</summary>
    public bool Awaits(CompletionEvent completion) => _decisions.IsOpen(completion.Id);

    /// <summary>Applies what is history already. Code that decides otherwise than it did ends the execution as failed.</summary>
    public void Replay(IEnumerable<HistoryEvent> history)
    {
        if (_orchestrator is null)
        {
            End(OrchestrationRuntimeStatus.Failed, null, Failure.OrchestratorNotFound(_instance.Name));
            return;
        }

        try
        {
            foreach (var past in history)
            {
                if (past is TurnStarted turn)
                {
                    _decisions.ExpectNoMore();
                    _context.StartTurn(turn.At, isReplaying: true);
                }
                else if (past is DecisionEvent recorded)
                {
                    _decisions.Match(recorded);
                }
                else
                {
                    Apply(past);
                }
            }

            _decisions.ExpectNoMore();
            if (IsOver)
            {
                throw new NonDeterministicOrchestrationException("go on", "return");
            }
        }
        catch (NonDeterministicOrchestrationException difference)
        {
            _decisions.TakeMade();
            _continuation = null;
            _end = new(OrchestrationRuntimeStatus.Failed, null, Failure.From(difference));
        }

        _decisions.TakeCancelled();
    }

    /// <summary>Runs one turn: applies <paramref name="arrivals"/> and says what came of it.</summary>
    public TurnOutcome Advance(DateTime now, IReadOnlyList<HistoryEvent> arrivals)
    {
        var turn = new TurnStarted(now > _context.CurrentUtcDateTime ? now : _context.CurrentUtcDateTime);
        _context.StartTurn(turn.At, isReplaying: false);

        var taken = 0;
        while (taken < arrivals.Count && !IsOver)
        {
            Apply(arrivals[taken++]);
        }

        FailWhenStuck();
        return Outcome(turn, arrivals, taken);
    }

    private TurnOutcome Outcome(TurnStarted turn, IReadOnlyList<HistoryEvent> arrivals, int taken)
    {
        var (made, toCarryOut) = _decisions.TakeMade();
        var cancelled = _decisions.TakeCancelled();
        List<HistoryEvent> events = [turn, .. arrivals.Take(taken), .. made.Select(decision => decision.Event)];
        if (_end is not null)
        {
            events.Add(_end);
        }

        if (IsOver)
        {
            toCarryOut.RemoveAll(decision => decision.Event is TimerCreated);
            cancelled.AddRange(_decisions.OpenTimers);
        }

        return new()
        {
            Events = events,
            Decisions = toCarryOut,
            CancelledTimers = cancelled,
            Status = _end?.Status ?? (_suspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running),
            CustomStatus = _context.CustomStatus,
            End = _end,
            EndsChildren = _endsChildren,
            Continuation = _continuation is null ? null : _continuation with { Carried = Carry(arrivals.Skip(taken)) },
        };
    }

    private void Apply(HistoryEvent happened)
    {
        if (IsOver)
        {
            return;
        }

        switch (happened)
        {
            case ExecutionTerminated termination:
                _endsChildren = termination.Recursive;
                End(OrchestrationRuntimeStatus.Terminated, termination.Output, null);
                break;
            case ExecutionSuspended:
                _suspended = true;
                break;
            case ExecutionResumed:
                Resume();
                break;
            case not ExecutionEnded when _suspended:
                _heldWhileSuspended.Enqueue(happened);
                break;
            default:
                Continue(happened);
                break;
        }
    }

    private void Resume()
    {
        _suspended = false;
        while (!IsOver && _heldWhileSuspended.TryDequeue(out var held))
        {
            Continue(held);
        }
    }

    private void Continue(HistoryEvent happened)
    {
        _scheduler.Run(() =>
        {
            switch (happened)
            {
                case ExecutionStarted:
                    Start();
                    break;
                case EventRaised raised:
                    _events.Raise(raised);
                    break;
                case CompletionEvent completion when _decisions.Close(completion.Id, out var task):
                    task.TrySetResult(completion switch
                    {
                        TaskCompleted completed => new(completed.Result),
                        TaskFailed failed => new(null, failed.Failure),
                        _ => default,
                    });
                    break;
            }
        });
        EndWhenReturned();
    }

    private void Start()
    {
        HasStarted = true;
        if (_orchestrator is null)
        {
            End(OrchestrationRuntimeStatus.Failed, null, Failure.OrchestratorNotFound(_instance.Name));
            return;
        }

        _code = new(_orchestrator, _scheduler);
        _code.Start(_context);
    }

    private void EndWhenReturned()
    {
        if (IsOver)
        {
            return;
        }

        if (_scheduler.LeftTheTurn)
        {
            End(OrchestrationRuntimeStatus.Failed, null, NonDurableAwait.Failure);
        }
        else if (_code is { Failure: { } failure })
        {
            End(OrchestrationRuntimeStatus.Failed, null, failure);
        }
        else if (_code is { HasReturned: true })
        {
            Return(_code.Result);
        }
    }

    private void Return(object? result)
    {
        try
        {
            if (_context.Restart is { } restart)
            {
                var input = _settings.Payloads.Serialize(restart.NewInput, $"The new input of orchestration '{_instance.Name}'");
                _continuation = new(input, restart.NewVersion ?? _instance.Version, []);
            }
            else
            {
                End(OrchestrationRuntimeStatus.Completed, _settings.Payloads.Serialize(result, $"The output of orchestration '{_instance.Name}'"), null);
            }
        }
        catch (Exception unserializable)
        {
            End(OrchestrationRuntimeStatus.Failed, null, Failure.From(unserializable));
        }
    }

    private void End(OrchestrationRuntimeStatus status, string? output, Failure? failure) => _end ??= new(status, output, failure);

    /// <summary>An orchestrator that waits while nothing durable is open waits for something else.</summary>
    private void FailWhenStuck()
    {
        var waits = HasStarted && !IsOver && !_suspended;
        if (waits && (_scheduler.LeftTheTurn || (!_decisions.IsAnyOpen && !_events.IsAnyAwaited)))
        {
            End(OrchestrationRuntimeStatus.Failed, null, NonDurableAwait.Failure);
        }
    }

    /// <summary>What the next execution still has to see. Completions belong to decisions of this one.</summary>
    private List<HistoryEvent> Carry(IEnumerable<HistoryEvent> rest)
    {
        var waiting = _heldWhileSuspended.Concat(rest).Where(happened => happened is not (CompletionEvent or ExecutionStarted));
        return _context.Restart!.PreserveUnprocessedEvents
            ? [.. _events.Unprocessed, .. waiting]
            : [.. waiting.Where(happened => happened is not EventRaised)];
    }
}
