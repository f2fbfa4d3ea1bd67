using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Protobuf;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TaskFailureDetails = Microsoft.DurableTask.Protobuf.TaskFailureDetails;

namespace VideoGate.Tests.Replay;

/// <summary>
/// Simulates the durable engine around Microsoft's own replay: keeps the histories of instances, runs each turn of the orchestrator and
/// carries out its actions. Activities return the test's results. Nothing waits: if nothing is due, the clock advances to the next due
/// time.
/// </summary>
internal sealed class VirtualEngine
{
    private const int MaxTurns = 20_000;

    private readonly Dictionary<string, Func<OrchestratorRequest, OrchestratorResponse>> _orchestrators = [];
    private readonly Dictionary<string, Func<ActivityCall, object?>> _activities = [];
    private readonly Dictionary<string, VirtualInstance> _instances = [];
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Order)> _due = new();
    private readonly List<InFlight> _inFlight = [];
    private int _scheduled;
    private int _turns;

    public FakeTimeProvider Time { get; } = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The version that the host reads from <c>host.json</c> for new instances.</summary>
    public string DefaultVersion { get; set; } = "1.0.0";

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Duration of an attempt of an activity.</summary>
    public Func<ActivityCall, TimeSpan> Duration { get; set; } = _ => TimeSpan.Zero;

    /// <summary>Called before each result of an activity; its exception fails the activity.</summary>
    public Action<ActivityCall> BeforeAnswer { get; set; } = _ => { };

    /// <summary>Registers an orchestrator, or deploys other code under its name: waiting instances continue with it.</summary>
    public VirtualEngine Orchestrator<TInput, TOutput>(string name, Func<TaskOrchestrationContext, Task<TOutput>> code)
    {
        _orchestrators[name] = turn => MicrosoftReplay.Run<TInput, TOutput>(turn, code, Loggers);
        return this;
    }

    /// <param name="answer">Returns the activity's result or throws its failure; see <see cref="WorkerDiesException"/>.</param>
    public VirtualEngine Activity(string name, Func<ActivityCall, object?> answer)
    {
        _activities[name] = answer;
        return this;
    }

    public VirtualInstance Start(string orchestrator, object? input, string? id = null)
    {
        var instance =
            new VirtualInstance(
                id ?? $"instance-{_instances.Count + 1}", orchestrator, DefaultVersion, turn => _orchestrators[orchestrator](turn));
        instance.Begin(JsonDataConverter.Default.Serialize(input), Time.GetUtcNow());
        Assert.True(Find(instance.Id) is null or { Ended: true }, $"{instance.Id} is running.");
        _instances[instance.Id] = instance;
        return instance;
    }

    public VirtualInstance? Find(string id) => _instances.GetValueOrDefault(id);

    public void Raise(VirtualInstance instance, string name, object? input = null) =>
        instance.Arrived.Add(Events.Raised(Time.GetUtcNow(), name, JsonDataConverter.Default.Serialize(input)));

    /// <summary>Runs until every instance has ended, or waits only for an event.</summary>
    public void Run() => RunUntil(DateTimeOffset.MaxValue);

    /// <summary>Runs as far as possible without advancing the clock.</summary>
    public void Settle() => RunUntil(Time.GetUtcNow());

    /// <summary>Runs until nothing is due up to a time.</summary>
    public void RunUntil(DateTimeOffset last)
    {
        while (_instances.Values.Any(instance => !instance.Ended))
        {
            if (_instances.Values.FirstOrDefault(instance => !instance.Ended && instance.Arrived is not []) is { } ready)
            {
                TakeTurn(ready);
            }
            else if (_due.TryPeek(out var happen, out var due) && due.At <= last)
            {
                _due.Dequeue();
                Time.SetUtcNow(due.At > Time.GetUtcNow() ? due.At : Time.GetUtcNow());
                happen();
            }
            else
            {
                return;
            }
        }
    }

    private void TakeTurn(VirtualInstance instance)
    {
        Assert.True(++_turns <= MaxTurns, "The orchestration does not come to an end.");
        var execution = instance.Execution;
        foreach (var action in instance.TakeTurn(Time.GetUtcNow()))
        {
            if (action.ScheduleTask is { } task)
            {
                Call(new(instance, execution, action.Id, new(instance.Id, task.Name, task.Input)));
            }
            else if (action.CreateTimer is { } timer)
            {
                At(timer.FireAt.ToDateTimeOffset(), () => Deliver(instance, execution, Events.Fired(Time.GetUtcNow(), action.Id)));
            }
            else if (action.SendEvent is { } sent && _instances.TryGetValue(sent.Instance.InstanceId, out var receiver))
            {
                receiver.Arrived.Add(Events.Raised(Time.GetUtcNow(), sent.Name, sent.Data));
            }
        }
    }

    private void Call(InFlight attempt)
    {
        _inFlight.Add(attempt);
        At(Time.GetUtcNow() + Duration(attempt.Call), () =>
        {
            // Otherwise it ended with the worker.
            if (_inFlight.Remove(attempt))
            {
                Finish(attempt);
            }
        });
    }

    private void Finish(InFlight attempt)
    {
        try
        {
            BeforeAnswer(attempt.Call);
            var result = JsonDataConverter.Default.Serialize(_activities[attempt.Call.Name](attempt.Call));
            Deliver(attempt.Instance, attempt.Execution, Events.Completed(Time.GetUtcNow(), attempt.Task, result));
        }
        catch (WorkerDiesException)
        {
            List<InFlight> interrupted = [attempt, .. _inFlight];
            _inFlight.Clear();
            interrupted.ForEach(died => Fail(died, ActivityFailure.WorkerDeath(died.Call.Name)));
        }
        catch (HostFailureException failure)
        {
            Fail(attempt, failure.Details);
        }
        catch (Exception thrown)
        {
            Fail(attempt, ActivityFailure.Of(thrown));
        }
    }

    private void Fail(InFlight attempt, TaskFailureDetails failure) =>
        Deliver(attempt.Instance, attempt.Execution, Events.Failed(Time.GetUtcNow(), attempt.Task, failure));

    private void At(DateTimeOffset time, Action happen) => _due.Enqueue(happen, (time, _scheduled++));

    /// <remarks>An execution that continued as new does not receive results that the previous one requested.</remarks>
    private static void Deliver(VirtualInstance instance, int execution, HistoryEvent happened)
    {
        if (instance.Execution == execution && !instance.Ended)
        {
            instance.Arrived.Add(happened);
        }
    }

    private sealed record InFlight(VirtualInstance Instance, int Execution, int Task, ActivityCall Call);
}
