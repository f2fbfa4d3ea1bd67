using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace VideoGate.Telemetry;

/// <summary>
/// Records a span although its parent in the Functions host was not: the host hands on the trace, and says "not recorded" (<c>traceparent
/// …-00</c>) where it does not record itself. A parent in this process is obeyed, so that what a silent function does stays silent.
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
    /// Whether the settings leave the choice open: they name no sampler of OpenTelemetry's. Application Insights brings its own, which
    /// obeys no parent.
    /// </summary>
    public static bool IsWanted(IConfiguration settings) =>
        settings[Setting] is not { Length: > 0 } named || named.StartsWith("microsoft.", StringComparison.Ordinal);
}
