namespace VideoGate.Cases.Orchestration;

/// <summary>
/// Limits how many expensive steps this process runs at a time. A step that gets no place ends, and its orchestration asks again after a
/// timer: a step that waited would occupy one of the host's activity slots, and with enough of them nothing else would run. Cases get in
/// by the order in which they first asked.
/// </summary>
/// <remarks>
/// Places live in the process that uses them: they are free as soon as a worker dies, and each replica has its own.
/// </remarks>
/// <param name="places">Number of steps that run at a time.</param>
/// <param name="inside">Number of steps that may wait inside, so that a place that becomes free is used at once.</param>
public sealed class LimitedPlaces(int places, int inside, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>How much later than agreed a case may ask again and keep its turn.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Weight of the last duration in the average.</summary>
    private const double Newest = 0.2;

    private readonly TimeProvider _time = time;
    private readonly SemaphoreSlim _places = new(places);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);
    private TimeSpan _typical = TimeSpan.FromSeconds(2);
    private long _asked;
    private int _inside;

    /// <summary>Enters, or gets the time after which to ask again.</summary>
    /// <returns>The place, to be disposed of; or null, with the time to wait.</returns>
    public async Task<(IDisposable? Place, TimeSpan Wait)> EnterAsync(string caseId, CancellationToken cancellationToken)
    {
        if (WaitOrEnter(caseId) is { } wait)
        {
            return (null, wait);
        }

        try
        {
            await _places.WaitAsync(cancellationToken);
            return (new Place(this, _time.GetTimestamp()), TimeSpan.Zero);
        }
        catch
        {
            Leave(null);
            throw;
        }
    }

    public void Dispose() => _places.Dispose();

    private TimeSpan? WaitOrEnter(string caseId)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            RemoveAbsent(now);
            var order = _waiting.TryGetValue(caseId, out var known) ? known.Order : ++_asked;
            var ahead = _inside + _waiting.Values.Count(other => other.Order < order);
            // A place that would stay empty goes to any case that asks: those that asked before may have had one in another replica.
            if (_inside < places || ahead < places + inside)
            {
                _waiting.Remove(caseId);
                _inside++;
                return null;
            }

            var wait = Bounded(_typical * ((ahead - places - inside + 1) / (double)places));
            _waiting[caseId] = new(order, now + wait + Grace);
            return wait;
        }
    }

    private void RemoveAbsent(DateTimeOffset now)
    {
        foreach (var (caseId, _) in _waiting.Where(entry => entry.Value.Until < now).ToList())
        {
            _waiting.Remove(caseId);
        }
    }

    private void Leave(TimeSpan? took)
    {
        lock (_gate)
        {
            _inside--;
            _typical += ((took ?? _typical) - _typical) * Newest;
        }
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;

    /// <param name="Order">Position among all that asked.</param>
    /// <param name="Until">When the case is no longer expected.</param>
    private readonly record struct Waiting(long Order, DateTimeOffset Until);

    private sealed class Place(LimitedPlaces queue, long began) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                queue._places.Release();
                queue.Leave(queue._time.GetElapsedTime(began));
            }
        }
    }
}
