using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace Serverless.Telemetry;

/// <summary>Decides which spans go to a collector.</summary>
internal static class HostSampler
{
    private const string Setting = "OTEL_TRACES_SAMPLER";

    /// <summary>
    /// Records a span although its parent in the Functions host was not: the host hands on the trace and says "not recorded" (<c>traceparent …-00</c>) where it
    /// does not record itself. A parent in this process is obeyed, so that what a silent function does stays silent.
    /// </summary>
    public static Sampler Create() => new ParentBasedSampler(new AlwaysOnSampler(), remoteParentNotSampled: new AlwaysOnSampler());

    /// <summary>Sets the sampler, unless the settings name one of OpenTelemetry's. Application Insights brings its own, which asks no parent.</summary>
    public static TracerProviderBuilder SetHostSampler(this TracerProviderBuilder tracing, IConfiguration settings) =>
        settings[Setting] is { Length: > 0 } named && !named.StartsWith("microsoft.", StringComparison.Ordinal) ? tracing : tracing.SetSampler(Create());
}
