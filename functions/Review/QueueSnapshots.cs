using Microsoft.Extensions.Options;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary>
/// Reads the whole queue at most every few seconds, whoever asks how often, and only while somebody asks. Each instance reads for itself:
/// there is nothing between them to keep in step.
/// </summary>
public sealed class QueueSnapshots(ReviewIndex index, IOptions<ReviewOptions> options, TimeProvider time)
{
    /// <summary>Most urgent reviews that a snapshot holds: what bounds its memory, to some 200 MB.</summary>
    public const int MaxReviews = 200_000;

    private readonly Lock _lock = new();
    private Task<QueueSnapshot>? _latest;
    private Task<QueueSnapshot>? _reading;

    /// <returns>A snapshot of <see cref="ReviewOptions.QueueMaxAge"/> at most; a newer one is being read while it is older than <see cref="ReviewOptions.QueueRefresh"/>.</returns>
    public async Task<QueueSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        var (latest, reading) = Begin();
        return await (latest ?? reading!).WaitAsync(cancellationToken);
    }

    private (Task<QueueSnapshot>? Latest, Task<QueueSnapshot>? Reading) Begin()
    {
        lock (_lock)
        {
            if (_reading is { IsCompleted: true })
            {
                _latest = _reading.IsCompletedSuccessfully ? _reading : _latest;
                _reading = null;
            }

            var age = _latest is null ? TimeSpan.MaxValue : time.GetUtcNow() - _latest.Result.AsOf;
            if (age >= options.Value.QueueRefresh)
            {
                // Nobody's leaving ends a reading that others wait for, too.
                _reading ??= ReadAsync();
            }

            return (age < options.Value.QueueMaxAge ? _latest : null, _reading);
        }
    }

    private async Task<QueueSnapshot> ReadAsync()
    {
        var asOf = time.GetUtcNow();
        return new(await index.ScanAsync(MaxReviews, CancellationToken.None), asOf);
    }
}
