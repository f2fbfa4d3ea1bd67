using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VideoGate.Storage;

/// <summary>
/// Compares this machine's clock with the one of the storage service, which dates every response. Times that cases record are compared with
/// the local clock: one that is wrong by minutes would expire reviews and windows that have time left.
/// </summary>
public sealed partial class StorageClock(TimeProvider time, IOptions<StorageOptions> options, ILogger<StorageClock> logger)
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromHours(1);

    // The header Date counts seconds.
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private TimeSpan _offset;
    private DateTimeOffset? _loggedAt;

    /// <summary>Gets how far the service's clock is ahead of the local one; negative if it is behind.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_lock)
            {
                return _offset;
            }
        }
    }

    /// <summary>Gets whether the clocks differ by more than <see cref="StorageOptions.ClockTolerance"/>: nothing may expire.</summary>
    public bool Disagrees => Offset.Duration() > options.Value.ClockTolerance;

    /// <summary>Gets the local time or, if the clocks disagree, the earlier of the two: no window closes early.</summary>
    public DateTimeOffset Earliest()
    {
        var (now, offset) = (time.GetUtcNow(), Offset);
        return offset < -options.Value.ClockTolerance ? now + offset : now;
    }

    /// <summary>Records the date of a response.</summary>
    /// <param name="served">The response's header <c>Date</c>.</param>
    /// <param name="sent">Local time at which the request was sent; the service answered between then and now.</param>
    internal void Observe(DateTimeOffset served, DateTimeOffset sent)
    {
        var received = time.GetUtcNow();
        var (first, last) = (sent - Resolution, received + Resolution);
        var offset = served < first ? served - first : served > last ? served - last : TimeSpan.Zero;
        lock (_lock)
        {
            _offset = offset;
            if (offset.Duration() <= options.Value.ClockTolerance)
            {
                _loggedAt = null;
                return;
            }

            if (_loggedAt + LogInterval > received)
            {
                return;
            }

            _loggedAt = received;
        }

        Log.Disagrees(logger, offset);
    }

    internal DateTimeOffset Now => time.GetUtcNow();

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Error,
            "The clock of this machine differs from that of the storage service by {Offset}. Nothing expires until they agree.")]
        public static partial void Disagrees(ILogger logger, TimeSpan offset);
    }
}
