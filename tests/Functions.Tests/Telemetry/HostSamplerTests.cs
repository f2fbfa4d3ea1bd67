using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;
using VideoGate.Telemetry;

namespace VideoGate.Tests.Telemetry;

/// <summary>A span whose parent in the Functions host was not recorded.</summary>
public sealed class HostSamplerTests
{
    // The source of the app's own spans, to which AddTelemetry listens.
    private static readonly ActivitySource Source = new(CaseTrace.Source);

    // Nothing listens at this address: exported spans are lost, and recorded ones can be inspected.
    private const string Nowhere = "http://127.0.0.1:9";

    public static TheoryData<Dictionary<string, string?>> Destinations =>
    [
        new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Nowhere },
        new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Nowhere, ["OTEL_TRACES_SAMPLER"] = "microsoft.fixed_percentage",
            ["OTEL_TRACES_SAMPLER_ARG"] = "1.0" },
        new Dictionary<string, string?> { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] =
            $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={Nowhere}/" },
    ];

    [Theory]
    [MemberData(nameof(Destinations))]
    public void Span_HostDidNotRecordItsOwn_IsRecordedInTheSameTrace(Dictionary<string, string?> settings)
    {
        // Arrange
        using var app = Start(settings);
        var host = FromHost(ActivityTraceFlags.None);

        // Act
        using var span = Source.StartActivity("step", ActivityKind.Server, host);

        // Assert
        Assert.NotNull(span);
        Assert.True(span.Recorded);
        Assert.Equal((host.TraceId, host.SpanId), (span.TraceId, span.ParentSpanId));
    }

    [Theory]
    [MemberData(nameof(Destinations))]
    public void Span_WithinASilentFunction_IsNotTold(Dictionary<string, string?> settings)
    {
        // Arrange
        using var app = Start(settings);
        using var silent = Source.StartActivity("probe", ActivityKind.Server, FromHost(ActivityTraceFlags.Recorded))!;
        silent.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;

        // Act
        var span = Source.StartActivity("call");
        span?.Stop();

        // Assert: it is never started, or loses its flag before exporters see it.
        Assert.True(span is null or { Recorded: false });
    }

    [Fact]
    public void Span_SettingsNameASampler_IsDecidedByIt()
    {
        // Arrange
        using var app = Start(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Nowhere, ["OTEL_TRACES_SAMPLER"] = "always_off" });

        // Act
        using var span = Source.StartActivity("step", ActivityKind.Server, FromHost(ActivityTraceFlags.None));

        // Assert
        Assert.False(span?.Recorded ?? false);
    }

    // As the worker reads it: not marked as remote.
    private static ActivityContext FromHost(ActivityTraceFlags flags) =>
        ActivityContext.Parse($"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-0{(int)flags}", traceState: null);

    private static IHost Start(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddTelemetry();
        var app = builder.Build();
        app.Services.GetRequiredService<TracerProvider>();
        return app;
    }
}
