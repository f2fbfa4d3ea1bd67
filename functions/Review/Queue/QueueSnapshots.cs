using Microsoft.Extensions.Options;
using VideoGate.Cases.Queue;
using VideoGate.Storage;

namespace VideoGate.Review.Queue;

/// <summary>
/// Reads the whole queue on demand, at most every few seconds for any number of callers. Each instance keeps its own snapshot; instances
/// share nothing.
/// </summary>
public sealed class QueueSnapshots(ReviewQueueStore index, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <summary>Maximum number of reviews in a snapshot, most urgent first; limits its memory to about 200 MB.</summary>
    public const int MaxReviews = 200_000;

    private readonly Lock _lock = new();
    private TimeSpan _duration;
    private Task<QueueSnapshot>? _latest;
    private Task<QueueSnapshot>? _reading;

    /// <returns>
    /// A snapshot not older than <see cref="ReviewOptions.QueueMaxAge"/>, or than a read takes. A background read starts once it is older
    /// than <see cref="ReviewOptions.QueueRefresh"/>.
    /// </returns>
    public async Task<QueueSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        while (true)
        {
            // A shared read may have started too early for this caller.
            var snapshot = await Begin(asked).WaitAsync(cancellationToken);
            if (snapshot.AsOf >= Oldest(asked))
            {
                return snapshot;
            }
        }
    }

    /// <returns>The latest snapshot if recent enough, otherwise the read in progress.</returns>
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
                // A cancelled caller must not cancel the shared read.
                _reading ??= ReadAsync();
            }

            return _latest is not null && _latest.Result.AsOf >= oldest ? _latest : _reading!;
        }
    }

    private async Task<QueueSnapshot> ReadAsync()
    {
        StorageDeadline.ContinueForEachCall();
        var (asOf, began) = (time.GetUtcNow(), time.GetTimestamp());
        var reviews = await index.ScanAsync(MaxReviews, CancellationToken.None);
        _duration = time.GetElapsedTime(began);
        return new(reviews, asOf);
    }

    private TimeSpan Rest => _duration * options.Value.QueueRest;

    private DateTimeOffset Oldest(DateTimeOffset asked) => asked - Longer(options.Value.QueueMaxAge, Rest * 2);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
