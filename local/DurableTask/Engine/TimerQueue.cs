using Local.Durable.Storage;

namespace Local.Durable.Engine;

/// <summary>All timers that have not fired, by due time; one timer of the clock waits for the first of them.</summary>
internal sealed class TimerQueue : IDisposable
{
    // A clock's timer cannot be set to more than about 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly SortedSet<DueTimer> _timers = new(Comparer<DueTimer>.Create((left, right) =>
        (left.FireAt, left.Key, left.Execution, left.TaskId).CompareTo((right.FireAt, right.Key, right.Execution, right.TaskId))));

    private readonly TimeProvider _time;
    private readonly Action<DueTimer> _fire;
    private readonly ITimer _alarm;
    private bool _closed;

    public TimerQueue(TimeProvider time, Action<DueTimer> fire)
    {
        (_time, _fire) = (time, fire);
        _alarm = time.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(DueTimer timer)
    {
        lock (_lock)
        {
            _timers.Add(timer);
            if (_timers.Min == timer)
            {
                SetAlarm();
            }
        }
    }

    public void Remove(DueTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _alarm.Dispose();
        }
    }

    private void FireDue()
    {
        try
        {
            TakeDue().ForEach(_fire);
        }
        finally
        {
            // Not before: an alarm that rang in the meantime would let later timers overtake these.
            lock (_lock)
            {
                SetAlarm();
            }
        }
    }

    private List<DueTimer> TakeDue()
    {
        List<DueTimer> due = [];
        lock (_lock)
        {
            var now = _time.GetUtcNow().UtcTicks;
            while (_timers.Count > 0 && _timers.Min.FireAt <= now)
            {
                due.Add(_timers.Min);
                _timers.Remove(_timers.Min);
            }
        }

        return due;
    }

    private void SetAlarm()
    {
        if (_timers.Count > 0 && !_closed)
        {
            var wait = TimeSpan.FromTicks(Math.Clamp(_timers.Min.FireAt - _time.GetUtcNow().UtcTicks, 0, LongestWait.Ticks));

            // Clocks count in milliseconds: rounded down, the alarm would ring just before the timer is due.
            _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }
}
