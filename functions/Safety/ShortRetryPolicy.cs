using Azure.Core;
using Azure.Core.Pipeline;

namespace VideoGate.Safety;

/// <summary>
/// Retries only short failures: an activity that waits for a long <c>Retry-After</c> occupies a worker slot; the orchestration's timers do
/// not.
/// </summary>
internal sealed class ShortRetryPolicy() : RetryPolicy(
    maxRetries: 2, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2)))
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        !AsksForPatience(message) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        !AsksForPatience(message) && await base.ShouldRetryAsync(message, exception);

    private static bool AsksForPatience(HttpMessage message) =>
        message.HasResponse && RetryAfter.Of(message.Response, TimeProvider.System) > Longest;
}
