using Local.Durable.History;
using Local.Durable.Replay;
using Local.Durable.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Engine;

/// <summary>
/// Runs orchestrations and activities and keeps their state in SQLite. Register everything, then start; what was pending when the last engine
/// ended goes on. <see cref="StopAsync"/> lets running work finish, <see cref="DisposeAsync"/> alone drops it: the next engine does it again.
/// </summary>
internal sealed class DurableEngine(DurableEngineOptions options, TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly Dictionary<string, OrchestratorFunction> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityFunction> _activities = new(StringComparer.OrdinalIgnoreCase);
    private Parts? _parts;
    private int _closed;

    /// <summary>The orchestrators by name, without regard to case; complete before the start.</summary>
    public IDictionary<string, OrchestratorFunction> Orchestrators => _orchestrators;

    /// <summary>The activities by name, without regard to case; complete before the start.</summary>
    public IDictionary<string, ActivityFunction> Activities => _activities;

    internal DurableEngineOptions Options => options;

    internal TimeProvider Time => time;

    internal Payloads Payloads { get; } = new(options.DataConverter);

    internal StatusChanges Changes { get; } = new();

    internal InstanceQueries Queries => Started.Queries;

    private Parts Started => _parts ?? throw new InvalidOperationException("The durable engine has not started; call StartAsync first.");

    /// <summary>Opens the store and takes up pending work.</summary>
    /// <exception cref="InvalidOperationException">Another engine has the store open, or this one has started already.</exception>
    public Task StartAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_parts is not null)
        {
            throw new InvalidOperationException("The durable engine has started already.");
        }

        var database = Database.Open(options.DatabasePath);
        var reader = new StoreReader(database);
        var writer = new StoreWriter(database);
        var pending = (Tasks: reader.Tasks(), Timers: reader.Timers(), Inbox: reader.Inbox());

        var settings = new RunSettings(Payloads, loggers, options.DefaultVersion);
        var orchestrations = new OrchestrationDispatcher(options, _orchestrators, settings, reader, writer, time, AfterTurn);
        var logger = loggers.CreateLogger<DurableEngine>();
        _parts = new(
            database,
            reader,
            writer,
            new(reader, options.DataConverter),
            new(time, Fire),
            orchestrations,
            new(options.MaxConcurrentActivities, _activities, Payloads, orchestrations.Deliver, logger),
            logger);

        Log.Started(logger, options.DatabasePath, pending.Tasks.Count, pending.Inbox.Count, pending.Timers.Count);
        pending.Inbox.ForEach(orchestrations.Deliver);
        pending.Timers.ForEach(_parts.Timers.Add);
        pending.Tasks.ForEach(_parts.Activities.Enqueue);
        return Task.CompletedTask;
    }

    /// <summary>Takes no more work and waits for what runs; when <paramref name="cancellation"/> fires, asks running activities to end.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_parts is { } parts)
        {
            parts.Timers.Dispose();
            await parts.Activities.StopAsync(cancellation);
            await parts.Orchestrations.StopAsync();
            parts.Writer.Complete();
            Close(parts);
        }
    }

    /// <summary>A client of this engine; usable from the start on.</summary>
    public DurableTaskClient CreateClient(string name = "") => new EngineClient(name, this);

    /// <summary>Closes at once: what is not committed is dropped, and the next engine does it again.</summary>
    public ValueTask DisposeAsync()
    {
        if (_parts is { } parts)
        {
            Close(parts);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Creates an instance; returns the status of the existing one that refused.</summary>
    internal async Task<OrchestrationRuntimeStatus?> CreateAsync(NewInstance instance, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (effects, refusedBy) = await Started.Writer.WriteAsync(session => session.Create(instance, time.GetUtcNow().UtcTicks));
        Route(effects);
        return refusedBy;
    }

    /// <summary>Stores an event for an instance; nothing when it does not exist or has ended.</summary>
    internal async Task SendAsync(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Route(await Started.Writer.WriteAsync(session => session.Send(instanceId, happened)));
    }

    /// <summary>Deletes instances that have ended; returns how many.</summary>
    internal Task<int> PurgeAsync(IReadOnlyList<string> instanceIds, bool recursive, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Started.Writer.WriteAsync(session => instanceIds.Sum(id => session.Purge(id, recursive)));
    }

    private void Close(Parts parts)
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        parts.Timers.Dispose();
        parts.Activities.Dispose();
        parts.Orchestrations.Close();
        parts.Writer.Dispose();
        parts.Reader.Dispose();
        parts.Database.Dispose();
    }

    private void Fire(DueTimer timer) => Started.Orchestrations.Deliver(new(
        timer.Key, new(timer.TaskId == DueTimer.StartTaskId ? new ExecutionStarted() : new TimerFired(timer.TaskId), timer.Execution)));

    private void AfterTurn(TurnCommit turn, Effects effects)
    {
        var instance = turn.Instance;
        foreach (var timer in turn.Outcome.CancelledTimers)
        {
            Started.Timers.Remove(new(timer.FireAt.Ticks, instance.Key, instance.Execution, timer.Id));
        }

        foreach (var decision in turn.Outcome.Decisions)
        {
            if (decision.Event is ActivityScheduled activity)
            {
                Started.Activities.Enqueue(new(
                    instance.Key, instance.Execution, activity.Id, instance.Id, activity.Name, decision.Version, decision.Payload, instance.TraceParent));
            }
        }

        if (turn.Outcome.End?.Failure is { } failure)
        {
            Log.OrchestrationFailed(Started.Logger, instance.Name, instance.Id, failure.Type, failure.Message);
        }

        Route(effects);
    }

    private void Route(Effects effects)
    {
        var parts = Started;
        effects.Gone.ForEach(parts.Orchestrations.Forget);
        effects.Timers.ForEach(parts.Timers.Add);
        effects.Deliveries.ForEach(parts.Orchestrations.Deliver);
        effects.Changed.ForEach(Changes.Signal);
    }

    private sealed record Parts(
        Database Database,
        StoreReader Reader,
        StoreWriter Writer,
        InstanceQueries Queries,
        TimerQueue Timers,
        OrchestrationDispatcher Orchestrations,
        ActivityDispatcher Activities,
        ILogger Logger);
}
