using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace VideoGate.Telemetry;

public static class TelemetryServices
{
    /// <summary>All meters of this app; README.md in this folder lists each instrument.</summary>
    private const string Meters = "VideoGate.*";

    /// <summary>Spans between a function and its call to the durable engine; they connect the trace of an orchestration.</summary>
    private static readonly string[] DurableClient = ["Microsoft.DurableTask", "Grpc.Net.Client"];

    // host.json has these rules for the host's own log; the worker filters its exports itself. Information logs of these categories contain
    // URLs.
    private static readonly string[] Chatty = ["Azure", "Microsoft.AspNetCore", "System.Net.Http"];

    /// <summary>
    /// Exports logs, metrics and traces to Application Insights and to an OTLP collector, as configured; collects nothing if neither is.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is invalid.</exception>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var destination = TelemetryDestination.Of(builder.Configuration);
        if (!destination.IsAnywhere)
        {
            return builder;
        }

        foreach (var category in Chatty)
        {
            builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(category, LogLevel.Warning);
        }

        builder.Services.Configure<OpenTelemetryLoggerOptions>(logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, true));
        var telemetry = builder.Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(
                tracing => tracing.AddSource([CaseTrace.Source, .. DurableClient]).AddHttpClientInstrumentation().AddProcessor<CaseSpans>())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddRuntimeInstrumentation())
            .WithLogging();
        if (HostSampler.IsWanted(builder.Configuration))
        {
            telemetry.WithTracing(tracing => tracing.SetSampler<HostSampler>());
        }

        if (destination.ApplicationInsights is { } connection)
        {
            telemetry.UseAzureMonitorExporter(exporter => Configure(exporter, connection, builder.Configuration));
        }

        if (destination.Otlp)
        {
            telemetry.UseOtlpExporter();
        }

        return builder;
    }

    /// <summary>Tags each invocation with its case. Register as the outermost middleware, to include rejected requests.</summary>
    public static IFunctionsWorkerApplicationBuilder UseTelemetry(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<CaseMiddleware>();

    private static void Configure(AzureMonitorExporterOptions exporter, string connection, IConfiguration settings)
    {
        exporter.ConnectionString = connection;
        exporter.Credential = TelemetryDestination.Identity(settings);

        // By default the exporter keeps five traces per second and drops the log lines of all others: alerts would miss their lines.
        // OTEL_TRACES_SAMPLER=microsoft.fixed_percentage samples traces only.
        exporter.TracesPerSecond = null;
        exporter.EnableTraceBasedLogsSampler = false;
        exporter.EnableLiveMetrics = false;
    }
}
