using System.Threading.Channels;
using Local.Durable.History;
using Local.Durable.Replay;
using Local.Durable.Storage;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Engine;

/// <summary>
/// Runs turns, a limited number at a time, and hands each to the writer; what a turn decided is carried out after its commit. An instance takes its next turn
/// only when the last one is committed.
/// </summary>
internal sealed class OrchestrationDispatcher
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Channel<Instance> _ready = Channel.CreateUnbounded<Instance>();
    private readonly IReadOnlyDictionary<string, OrchestratorFunction> _orchestrators;
    private readonly RunSettings _settings;
    private readonly InstanceTable _table;
    private readonly StoreReader _reader;
    private readonly StoreWriter _writer;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<TurnCommit, Effects> _committed;
    private readonly Task _loops;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the dispatcher itself, until it stops.
    private int _outstanding = 1;

    public OrchestrationDispatcher(
        DurableEngineOptions options,
        IReadOnlyDictionary<string, OrchestratorFunction> orchestrators,
        RunSettings settings,
        StoreReader reader,
        StoreWriter writer,
        TimeProvider time,
        Action<TurnCommit, Effects> committed)
    {
        (_orchestrators, _settings, _reader, _writer, _time, _committed) = (orchestrators, settings, reader, writer, time, committed);
        _logger = settings.Loggers.CreateLogger<DurableEngine>();
        _table = new(options.MaxIdleOrchestrations, instance => _ready.Writer.TryWrite(instance));
        _loops = Task.WhenAll(Enumerable.Range(0, options.MaxConcurrentOrchestrators).Select(_ => Task.Run(RunAsync)));
    }

    public void Deliver(Delivery delivery) => _table.Deliver(delivery);

    public void Forget(long key) => _table.Forget(key);

    /// <summary>Runs the turns that are ready, and waits until they are committed.</summary>
    public async Task StopAsync()
    {
        Close();
        await _loops;
        Leave();
        await _drained.Task;
    }

    /// <summary>Starts no more turns.</summary>
    public void Close() => _ready.Writer.TryComplete();

    private async Task RunAsync()
    {
        await foreach (var instance in _ready.Reader.ReadAllAsync())
        {
            Interlocked.Increment(ref _outstanding);
            _ = RunTurnAsync(instance);
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _outstanding) == 0)
        {
            _drained.TrySetResult();
        }
    }

    private async Task RunTurnAsync(Instance instance)
    {
        var (messages, interrupted) = instance.Take();
        try
        {
            await RunTurnAsync(instance, messages, interrupted);
        }
        catch (ObjectDisposedException)
        {
            // The store is closed; the next engine finds the messages there.
        }
        catch (Exception failure)
        {
            Log.TurnNotStored(_logger, failure, instance.Key, RetryDelay);
            (instance.Header, instance.Run) = (null, null);
            instance.PutBack(messages);
            await Task.Delay(RetryDelay, _time);
            _ready.Writer.TryWrite(instance);
        }
        finally
        {
            Leave();
        }
    }

    private async Task RunTurnAsync(Instance instance, List<Message> messages, bool interrupted)
    {
        if (!TryLoad(instance))
        {
            await DropAsync(instance, messages);
            return;
        }

        var arrivals = Arrivals(instance, messages);
        if (!instance.Run!.HasStarted && !TryPutStartFirst(arrivals))
        {
            instance.PutBack(messages);
            _table.Finish(instance, messages.Count);
            return;
        }

        if (arrivals.Count == 0 && !interrupted)
        {
            await _writer.WriteAsync(session => session.Settle(instance.Key, messages));
            _table.Finish(instance);
            return;
        }

        var now = _time.GetUtcNow().UtcDateTime;
        var outcome = instance.Run.Advance(now, arrivals);
        var commit = new TurnCommit(instance.Header!, instance.Turns, messages, outcome, now.Ticks);
        var effects = await _writer.WriteAsync(session => session.Commit(commit));
        await AfterCommitAsync(instance, commit, effects);
    }

    private async Task AfterCommitAsync(Instance instance, TurnCommit commit, Effects? effects)
    {
        if (effects is not null)
        {
            _committed(commit, effects);
        }

        if (effects is null || commit.Outcome.End is not null)
        {
            await DropAsync(instance, []);
        }
        else
        {
            instance.Turns++;
            if (commit.Outcome.Continuation is { } next)
            {
                instance.Header = commit.Instance with { Execution = commit.Instance.Execution + 1, Input = next.Input, Version = next.Version };
                (instance.Run, instance.Turns) = (null, 0);
            }

            _table.Finish(instance);
        }
    }

    /// <summary>Brings the instance to its place; false when it does not exist or has ended.</summary>
    private bool TryLoad(Instance instance)
    {
        if (instance.Run is not null)
        {
            return true;
        }

        List<List<HistoryEvent>> history = [];
        if (instance.Header is null)
        {
            if (_reader.Load(instance.Key) is not { } stored)
            {
                return false;
            }

            (instance.Header, history) = stored;
        }

        _orchestrators.TryGetValue(instance.Header.Name, out var orchestrator);
        instance.Turns = history.Count;
        instance.Run = new(instance.Header, _settings, orchestrator is null ? null : orchestrator.Invoke, () => _table.Interrupt(instance));
        if (history.Count > 0)
        {
            instance.Run.Replay(history.SelectMany(turn => turn));
        }

        return true;
    }

    /// <summary>The events that this execution still waits for; the rest came late or twice.</summary>
    private static List<HistoryEvent> Arrivals(Instance instance, List<Message> messages) =>
    [
        .. from message in messages
           where message.Execution == 0 || message.Execution == instance.Header!.Execution
           where message.Event is not CompletionEvent completion || instance.Run!.Awaits(completion)
           where message.Event is not ExecutionStarted || !instance.Run!.HasStarted
           select message.Event,
    ];

    /// <summary>An instance that has not started can only start, or be terminated.</summary>
    private static bool TryPutStartFirst(List<HistoryEvent> arrivals)
    {
        var start = arrivals.FindIndex(arrival => arrival is ExecutionStarted);
        if (start > 0)
        {
            var started = arrivals[start];
            arrivals.RemoveAt(start);
            arrivals.Insert(0, started);
        }

        return start >= 0 || arrivals.Exists(arrival => arrival is ExecutionTerminated);
    }

    private async Task DropAsync(Instance instance, List<Message> messages)
    {
        messages.AddRange(_table.Remove(instance));
        if (messages.Count > 0)
        {
            await _writer.WriteAsync(session => session.Settle(instance.Key, messages));
        }
    }
}
