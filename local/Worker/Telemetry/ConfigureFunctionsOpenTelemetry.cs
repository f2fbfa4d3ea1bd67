using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>Exports a span for each run of a function, under the app's name.</summary>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name ?? "unknown";
        return builder
            .ConfigureResource(resource => resource.AddService(name))
            .WithTracing(tracing => tracing.AddSource("Microsoft.Azure.Functions.Worker"));
    }
}
