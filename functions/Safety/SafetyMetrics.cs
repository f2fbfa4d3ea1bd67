using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace VideoGate.Safety;

/// <summary>Meter <c>VideoGate.Safety</c>.</summary>
public sealed class SafetyMetrics
{
    public const string Meter = "VideoGate.Safety";

    private readonly Histogram<double> _calls;
    private readonly Counter<long> _throttled;

    public SafetyMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _calls = meter.CreateHistogram(
            "moderation.safety.call.duration",
            "s",
            "Calls to Content Safety including short retries, by content and result.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30] });
        _throttled = meter.CreateCounter<long>(
            "moderation.safety.throttled", "{answer}", "429 responses from Content Safety, counting every attempt.");
    }

    /// <param name="kind"><c>image</c> or <c>text</c>.</param>
    /// <param name="result"><c>judged</c>, <c>refused</c> or <c>unavailable</c>.</param>
    public void Called(string kind, string result, TimeSpan duration) =>
        _calls.Record(duration.TotalSeconds, new("moderation.safety.kind", kind),
            new KeyValuePair<string, object?>("moderation.safety.result", result));

    /// <summary>Gets a policy that counts throttled responses, including those that a retry recovers.</summary>
    internal HttpPipelinePolicy CountThrottling() => new Throttling(_throttled);

    private sealed class Throttling(Counter<long> throttled) : HttpPipelineSynchronousPolicy
    {
        private const int TooManyRequests = 429;

        public override void OnReceivedResponse(HttpMessage message)
        {
            if (message.HasResponse && message.Response.Status == TooManyRequests)
            {
                throttled.Add(1);
            }
        }
    }
}
