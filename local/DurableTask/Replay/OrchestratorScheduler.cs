namespace Local.Durable.Replay;

/// <summary>
/// Runs an orchestrator's code on one thread at a time, in the order in which it became ready, and only while a turn lasts. Code that becomes
/// ready anywhere else came from something that is not durable; it is dropped and reported, because its place in history is unknown.
/// </summary>
internal sealed class OrchestratorScheduler(Action foreignThread) : TaskScheduler
{
    private readonly Queue<Task> _ready = new();
    private volatile int _turnThread;
    private int _reported;

    /// <summary>Whether the calling code is the orchestrator's, within its turn.</summary>
    public bool IsCurrent => _turnThread == Environment.CurrentManagedThreadId;

    /// <summary>Whether the orchestrator was continued by something that is not durable.</summary>
    public bool LeftTheTurn => Volatile.Read(ref _reported) != 0;

    /// <summary>Runs <paramref name="step"/> and then everything that becomes ready through it.</summary>
    public void Run(Action step)
    {
        // A captured synchronization context would take the orchestrator's continuations away from this scheduler.
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _turnThread = Environment.CurrentManagedThreadId;
        try
        {
            step();
            while (_ready.TryDequeue(out var task))
            {
                TryExecuteTask(task);
            }
        }
        finally
        {
            _turnThread = 0;
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Makes <paramref name="change"/> to the orchestration, when the caller is its own code.</summary>
    public void InTurn(Action change)
    {
        if (IsCurrent)
        {
            change();
        }
        else
        {
            Report();
        }
    }

    /// <summary>Reports that the orchestrator's code ran outside a turn.</summary>
    public void Report()
    {
        if (Interlocked.Exchange(ref _reported, 1) == 0)
        {
            foreignThread();
        }
    }

    protected override void QueueTask(Task task) => InTurn(() => _ready.Enqueue(task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        IsCurrent && !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _ready];
}
