using System.Diagnostics.CodeAnalysis;
using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>The decisions of one execution: numbered as they are made, held against history on replay, open until they end.</summary>
internal sealed class DecisionLog
{
    private readonly Queue<Decision> _made = new();
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly List<TimerCreated> _cancelled = [];
    private int _nextId;

    public bool IsAnyOpen => _open.Count > 0;

    public IEnumerable<TimerCreated> OpenTimers => _open.Values.Select(task => task.Decision).OfType<TimerCreated>();

    public int NextId() => _nextId++;

    public void Make(Decision decision) => _made.Enqueue(decision);

    public OpenTask Open(Decision decision)
    {
        Make(decision);
        var task = new OpenTask(decision.Event);
        _open.Add(decision.Event.Id, task);
        return task;
    }

    public bool IsOpen(int id) => _open.ContainsKey(id);

    public bool Close(int id, [NotNullWhen(true)] out OpenTask? task) => _open.Remove(id, out task);

    public void Cancel(TimerCreated timer, CancellationToken cancellation)
    {
        if (_open.Remove(timer.Id, out var task))
        {
            _cancelled.Add(timer);
            task.TrySetCanceled(cancellation);
        }
    }

    /// <summary>Takes the next decision for the one that history recorded.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code decided something else, or nothing.</exception>
    public void Match(DecisionEvent recorded)
    {
        if (!_made.TryDequeue(out var made))
        {
            throw new NonDeterministicOrchestrationException(recorded.Describe(), "do nothing");
        }

        if (!recorded.IsSameAs(made.Event))
        {
            throw new NonDeterministicOrchestrationException(recorded.Describe(), made.Event.Describe());
        }
    }

    /// <exception cref="NonDeterministicOrchestrationException">The code decided more than history recorded.</exception>
    public void ExpectNoMore()
    {
        if (_made.TryPeek(out var made))
        {
            throw new NonDeterministicOrchestrationException("do nothing", made.Event.Describe());
        }
    }

    /// <summary>The decisions made since the last call, for history; and of those the ones to carry out.</summary>
    public (List<Decision> Made, List<Decision> ToCarryOut) TakeMade()
    {
        List<Decision> made = [.. _made];
        _made.Clear();
        return (made, made.FindAll(decision => decision.Event is not TimerCreated || IsOpen(decision.Event.Id)));
    }

    /// <summary>The timers cancelled since the last call.</summary>
    public List<TimerCreated> TakeCancelled()
    {
        List<TimerCreated> cancelled = [.. _cancelled];
        _cancelled.Clear();
        return cancelled;
    }
}
