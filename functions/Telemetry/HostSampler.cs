using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace VideoGate.Telemetry;

/// <summary>
/// Records a span even if its parent in the Functions host was not recorded: the host propagates the trace with "not recorded"
/// (<c>traceparent …-00</c>) if it does not record itself. Respects a parent in this process, so silent functions stay silent.
/// </summary>
internal sealed class HostSampler : Sampler
{
    private const string Setting = "OTEL_TRACES_SAMPLER";

    // The worker does not mark the host's context as remote, which rules out ParentBasedSampler.
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        Activity.Current is { Recorded: false } parent && parent.SpanId == samplingParameters.ParentContext.SpanId
            ? new(SamplingDecision.Drop)
            : new(SamplingDecision.RecordAndSample);

    /// <summary>
    /// Gets whether to use this sampler: the settings name no OpenTelemetry sampler. Application Insights has its own sampler, which
    /// ignores parents.
    /// </summary>
    public static bool IsWanted(IConfiguration settings) =>
        settings[Setting] is not { Length: > 0 } named || named.StartsWith("microsoft.", StringComparison.Ordinal);
}
