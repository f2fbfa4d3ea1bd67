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
    /// <summary>Every meter of this app; README.md beside this file has a row for each instrument.</summary>
    private const string Meters = "VideoGate.*";

    /// <summary>Spans between a function and its call to the engine: with them the trace of an orchestration hangs together.</summary>
    private static readonly string[] DurableClient = ["Microsoft.DurableTask", "Grpc.Net.Client"];

    // The host has these rules in host.json for itself; what the worker exports it filters alone. Their lines at Information quote
    // addresses.
    private static readonly string[] Chatty = ["Azure", "Microsoft.AspNetCore", "System.Net.Http"];

    /// <summary>
    /// Sends logs, metrics and traces to Application Insights and to an OTLP collector, whichever the settings name; to neither, nothing is
    /// gathered.
    /// </summary>
    /// <exception cref="InvalidOperationException">The settings cannot be understood.</exception>
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

    /// <summary>
    /// Puts each run of a function under the case that it is about. The outermost middleware, so that refusals are found there too.
    /// </summary>
    public static IFunctionsWorkerApplicationBuilder UseTelemetry(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<CaseMiddleware>();

    private static void Configure(AzureMonitorExporterOptions exporter, string connection, IConfiguration settings)
    {
        exporter.ConnectionString = connection;
        exporter.Credential = TelemetryDestination.Identity(settings);

        // By default the exporter keeps five traces a second and drops the log lines of all others: alerts would miss what they wait for.
        // OTEL_TRACES_SAMPLER=microsoft.fixed_percentage thins out traces, and traces alone.
        exporter.TracesPerSecond = null;
        exporter.EnableTraceBasedLogsSampler = false;
        exporter.EnableLiveMetrics = false;
    }
}
