using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Testing;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Telemetry;

/// <summary>Data that an OpenTelemetry collector gets from the running app, by OTLP over HTTP.</summary>
[Trait("Needs", "services")]
public sealed class CollectorTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body)> _taken = new();
    private readonly string _address = $"http://127.0.0.1:{Ports.Free()}";
    private WebApplication _collector = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(_address);
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", TakeAsync);
        await _collector.StartAsync();
    }

    public ValueTask DisposeAsync() => _collector.DisposeAsync();

    [Fact]
    public async Task Case_WithACollectorNamed_IsSeenInTracesMetricsAndLogs()
    {
        await using var gate = await RunningGate.StartAsync(settings =>
        {
            settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = _address;
            settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
            settings["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
            settings["OTEL_BSP_SCHEDULE_DELAY"] = "500";
            settings["OTEL_BLRP_SCHEDULE_DELAY"] = "500";
        });

        var caseId = await gate.UploadAsync("collected.mp4", Videos.Clean);

        await gate.UntilAsync(caseId, moderated => moderated.State is CaseState.Published);
        await UntilAsync("/v1/traces", "function Publish", "case.id", caseId);
        await UntilAsync("/v1/logs", $"Case {caseId} ended Published.");
        await UntilAsync(
            "/v1/metrics", "moderation.uploads", "moderation.cases.ended", "moderation.video.read", "moderation.decoding.frames",
                "moderation.safety.call.duration");
        Assert.DoesNotContain(_taken, sent => sent.Body.Contains("collected.mp4", StringComparison.Ordinal));
    }

    /// <remarks>Protocol buffers contain text unchanged.</remarks>
    private Task UntilAsync(string path, params string[] texts) => Eventually.True(
        () => Task.FromResult(
            texts.All(text => _taken.Any(sent => sent.Path == path && sent.Body.Contains(text, StringComparison.Ordinal)))));

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        _taken.Enqueue((request.Path, Encoding.UTF8.GetString(body.ToArray())));
        return Results.Bytes([], "application/x-protobuf");
    }
}
