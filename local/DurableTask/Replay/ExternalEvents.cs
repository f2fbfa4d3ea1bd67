using Local.Durable.History;

namespace Local.Durable.Replay;

/// <summary>External events and those who wait for them. Names ignore case; the latest waiter is served first; early events are kept in order.</summary>
internal sealed class ExternalEvents(Payloads payloads, OrchestratorScheduler scheduler)
{
    private readonly Dictionary<string, List<Waiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> _early = [];

    public bool IsAnyAwaited => _waiters.Count > 0;

    public IReadOnlyList<EventRaised> Unprocessed => _early;

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        var waiter = new Waiter<T>(payloads);
        var early = _early.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            waiter.Serve(_early[early].Payload);
            _early.RemoveAt(early);
            return waiter.Task;
        }

        Add(name, waiter);
        cancellation.Register(() => scheduler.InTurn(() =>
        {
            if (Remove(name, waiter))
            {
                waiter.TrySetCanceled(cancellation);
            }
        }));
        return waiter.Task;
    }

    public void Raise(EventRaised raised)
    {
        if (_waiters.TryGetValue(raised.Name, out var waiting))
        {
            var latest = waiting[^1];
            Remove(raised.Name, latest);
            latest.Serve(raised.Payload);
        }
        else
        {
            _early.Add(raised);
        }
    }

    private void Add(string name, Waiter waiter)
    {
        if (!_waiters.TryGetValue(name, out var waiting))
        {
            _waiters.Add(name, waiting = []);
        }
        else if (waiting[^1].PayloadType != waiter.PayloadType)
        {
            throw new ArgumentException(
                $"Event '{name}' is awaited as {waiting[^1].PayloadType} already and cannot be awaited as {waiter.PayloadType} at the same time.", nameof(name));
        }

        waiting.Add(waiter);
    }

    private bool Remove(string name, Waiter waiter)
    {
        if (!_waiters.TryGetValue(name, out var waiting) || !waiting.Remove(waiter))
        {
            return false;
        }

        if (waiting.Count == 0)
        {
            _waiters.Remove(name);
        }

        return true;
    }

    private abstract class Waiter(Type payloadType)
    {
        public Type PayloadType => payloadType;

        public abstract void Serve(string? payload);
    }

    private sealed class Waiter<T>(Payloads payloads) : Waiter(typeof(T))
    {
        private readonly TaskCompletionSource<T> _source = new();

        public Task<T> Task => _source.Task;

        public void TrySetCanceled(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);

        public override void Serve(string? payload)
        {
            try
            {
                _source.TrySetResult(payloads.Deserialize<T>(payload)!);
            }
            catch (Exception unreadable)
            {
                _source.TrySetException(unreadable);
            }
        }
    }
}
