using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGate.Storage;

namespace VideoGate.Review.Queue;

/// <summary>
/// Limits how many reviews expire in an hour, across all instances of the app: a clock, a policy or an outage that lets much of the queue
/// expire at once is treated as a fault until an operator overrides it.
/// </summary>
public sealed partial class ExpiryLimit(
    BlobStorage storage, QueueSnapshots queue, IOptions<ReviewOptions> options, ILogger<ExpiryLimit> logger)
{
    private const int Attempts = 20;

    private readonly JsonBlob<ExpiryWindow> _blob = new(
        storage.Blob(new(Containers.Cases, "reviews/expiry.json")), ExpiryJson.Default.ExpiryWindow);

    /// <returns>Null if the review may expire, otherwise the time of the next check.</returns>
    public async Task<DateTimeOffset?> HoldUntilAsync(string caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var found = await _blob.ReadAsync(cancellationToken) ?? await _blob.CreateAsync(await BeginAsync(hour, cancellationToken),
                cancellationToken);
            var window = found.Value.Begin >= hour ? found.Value : await BeginAsync(hour, cancellationToken);
            if (window.Expired.Contains(caseId))
            {
                return null;
            }

            if (window.Expired.Count >= Most(window.Open))
            {
                Log.Held(logger, caseId, window.Expired.Count, window.Open);
                break;
            }

            if (await _blob.ReplaceAsync(found.ETag, window with { Expired = [.. window.Expired, caseId] }, cancellationToken) is not null)
            {
                return null;
            }
        }

        // Jitter: held reviews retry at different times.
        return hour.AddHours(1) + TimeSpan.FromSeconds(Random.Shared.Next(1, 1800));
    }

    private int Most(int open) => Math.Max(options.Value.MinExpiriesPerHour, (int)(open * options.Value.MaxExpiryShare));

    private async Task<ExpiryWindow> BeginAsync(DateTimeOffset hour, CancellationToken cancellationToken) =>
        new(hour, (await queue.GetAsync(cancellationToken)).Reviews.Count, []);

    private static partial class Log
    {
        [LoggerMessage(6102, LogLevel.Error,
            "Case {CaseId}: its review expires later. {Expired} of {Open} open reviews expired within the hour, the maximum.")]
        public static partial void Held(ILogger logger, string caseId, int expired, int open);
    }
}
