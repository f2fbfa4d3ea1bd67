using System.Net.Http.Headers;
using Azure;

namespace VideoGate.Safety;

/// <summary>The header <c>Retry-After</c>, RFC 9110 section 10.2.3: seconds or a date.</summary>
internal static class RetryAfter
{
    /// <returns>The delay, never negative, or null if the header is missing.</returns>
    public static TimeSpan? Of(Response? response, TimeProvider time)
    {
        if (response?.Headers.TryGetValue("Retry-After", out var text) is not true
            || !RetryConditionHeaderValue.TryParse(text, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? value.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
