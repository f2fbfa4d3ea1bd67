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

    private readonly JsonBlob<ExpiryRelease> _release = new(
        storage.Blob(new(Containers.Cases, "reviews/expiry-release.json")), ExpiryJson.Default.ExpiryRelease);

    /// <summary>Releases the reviews that are held, and those that would be until <see cref="ExpiryRelease.Until"/>.</summary>
    /// <returns>The release in force, which replaces an earlier one.</returns>
    public async Task<ExpiryRelease> ReleaseAsync(ExpiryRelease release, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(release);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var found = await _release.ReadAsync(cancellationToken) ?? await _release.CreateAsync(release, cancellationToken);
            if (found.Value == release || await _release.ReplaceAsync(found.ETag, release, cancellationToken) is not null)
            {
                Log.Released(logger, release.Until);
                return release;
            }
        }

        throw new InvalidOperationException($"Others released reviews {Attempts} times in a row; try again.");
    }

    public async Task<ExpiryPermit> AskAsync(string caseId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var found = await _blob.ReadAsync(cancellationToken) ?? await _blob.CreateAsync(await BeginAsync(hour, cancellationToken),
                cancellationToken);
            var window = found.Value.Begin >= hour ? found.Value : await BeginAsync(hour, cancellationToken);
            if (window.Expired.Contains(caseId))
            {
                return new(HeldUntil: null);
            }

            if (window.Expired.Count >= Most(window.Open))
            {
                if (await _release.ReadAsync(cancellationToken) is { Value: var release } && now < release.Until)
                {
                    return new(HeldUntil: null, release);
                }

                Log.Held(logger, caseId, window.Expired.Count, window.Open);
                break;
            }

            if (await _blob.ReplaceAsync(found.ETag, window with { Expired = [.. window.Expired, caseId] }, cancellationToken) is not null)
            {
                return new(HeldUntil: null);
            }
        }

        // Jitter: held reviews retry at different times.
        return new(hour.AddHours(1) + TimeSpan.FromSeconds(Random.Shared.Next(1, 1800)));
    }

    private int Most(int open) => Math.Max(options.Value.MinExpiriesPerHour, (int)(open * options.Value.MaxExpiryShare));

    private async Task<ExpiryWindow> BeginAsync(DateTimeOffset hour, CancellationToken cancellationToken) =>
        new(hour, (await queue.GetAsync(cancellationToken)).Reviews.Count, []);

    private static partial class Log
    {
        [LoggerMessage(6102, LogLevel.Error,
            "Case {CaseId}: its review expires later. {Expired} of {Open} open reviews expired within the hour, the maximum.")]
        public static partial void Held(ILogger logger, string caseId, int expired, int open);

        [LoggerMessage(6103, LogLevel.Warning, "A senior moderator released the expiry of reviews until {Until}.")]
        public static partial void Released(ILogger logger, DateTimeOffset until);
    }
}
