using Microsoft.Extensions.Options;
using VideoGate.Cases.Queue;

namespace VideoGate.Review.Queue;

/// <summary>
/// Reads the whole queue at most every few seconds, whoever asks how often, and only while somebody asks. Each instance reads for itself:
/// there is nothing between them to keep in step.
/// </summary>
public sealed class QueueSnapshots(ReviewQueueStore index, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <summary>Most urgent reviews that a snapshot holds: what bounds its memory, to some 200 MB.</summary>
    public const int MaxReviews = 200_000;

    private readonly Lock _lock = new();
    private TimeSpan _duration;
    private Task<QueueSnapshot>? _latest;
    private Task<QueueSnapshot>? _reading;

    /// <returns>
    /// A snapshot that is no older than <see cref="ReviewOptions.QueueMaxAge"/>, or than reading takes; another is being read from when it
    /// is older than <see cref="ReviewOptions.QueueRefresh"/>.
    /// </returns>
    public async Task<QueueSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        while (true)
        {
            // A reading that others began earlier may be too old by itself.
            var snapshot = await Begin(asked).WaitAsync(cancellationToken);
            if (snapshot.AsOf >= Oldest(asked))
            {
                return snapshot;
            }
        }
    }

    /// <returns>The latest snapshot if it is young enough, otherwise the one that is being read.</returns>
    private Task<QueueSnapshot> Begin(DateTimeOffset asked)
    {
        lock (_lock)
        {
            if (_reading is { IsCompleted: true })
            {
                _latest = _reading.IsCompletedSuccessfully ? _reading : _latest;
                _reading = null;
            }

            var oldest = Oldest(asked);
            if (_latest is null || _latest.Result.AsOf < oldest
                || time.GetUtcNow() - _latest.Result.AsOf >= Longer(options.Value.QueueRefresh, Rest))
            {
                // Nobody's leaving ends a reading that others wait for, too.
                _reading ??= ReadAsync();
            }

            return _latest is not null && _latest.Result.AsOf >= oldest ? _latest : _reading!;
        }
    }

    private async Task<QueueSnapshot> ReadAsync()
    {
        var (asOf, began) = (time.GetUtcNow(), time.GetTimestamp());
        var reviews = await index.ScanAsync(MaxReviews, CancellationToken.None);
        _duration = time.GetElapsedTime(began);
        return new(reviews, asOf);
    }

    private TimeSpan Rest => _duration * options.Value.QueueRest;

    private DateTimeOffset Oldest(DateTimeOffset asked) => asked - Longer(options.Value.QueueMaxAge, Rest * 2);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
