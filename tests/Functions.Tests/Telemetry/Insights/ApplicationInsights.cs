using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoGate.Testing;
using VideoGate.Tests.Telemetry.Kql;

namespace VideoGate.Tests.Telemetry.Insights;

/// <summary>
/// Receives data from Azure Monitor's own exporter (Breeze, v2.1/track), and presents it in the tables of Application Insights.
/// </summary>
internal sealed class ApplicationInsights : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentQueue<(string Table, Row Row)> _items = new();
    private readonly WebApplication _app;
    private readonly Uri _address;
    private long _bytes;

    private ApplicationInsights(WebApplication app, Uri address) => (_app, _address) = (app, address);

    public string ConnectionString =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={_address};LiveEndpoint={_address}";

    /// <summary>Bytes received so far, uncompressed, which is the billed size.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>All data as received, to search for forbidden content.</summary>
    public ConcurrentQueue<string> Texts { get; } = new();

    public IReadOnlyDictionary<string, IReadOnlyList<Row>> Tables => Envelope.Tables.ToDictionary(
        table => table, table => (IReadOnlyList<Row>)[.. _items.Where(item => item.Table == table).Select(item => item.Row)]);

    public static async Task<ApplicationInsights> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var insights = new ApplicationInsights(builder.Build(), address);
        insights._app.MapPost("/v2.1/track", insights.TakeAsync);
        await insights._app.StartAsync();
        return insights;
    }

    /// <summary>Settings of an app that sends only here, otherwise as in <c>infra/</c>.</summary>
    public void Configure(IDictionary<string, string> settings)
    {
        settings["APPLICATIONINSIGHTS_CONNECTION_STRING"] = ConnectionString;
        settings["OTEL_TRACES_SAMPLER"] = "microsoft.fixed_percentage";
        settings["OTEL_TRACES_SAMPLER_ARG"] = "1.0";
        settings["APPLICATIONINSIGHTS_STATSBEAT_DISABLED_ALL"] = "true";
        settings["APPLICATIONINSIGHTS_SDKSTATS_DISABLED"] = "true";
    }

    public IReadOnlyList<Row> Query(string kql) => KqlQuery.Run(kql, Tables);

    /// <summary>Waits until a query returns the expected rows.</summary>
    public async Task<IReadOnlyList<Row>> UntilAsync(string kql, Func<IReadOnlyList<Row>, bool> expected, TimeSpan? maxWait = null)
    {
        var deadline = TimeProvider.System.GetUtcNow() + (maxWait ?? TimeSpan.FromMinutes(1));
        while (true)
        {
            var found = Query(kql);
            if (expected(found))
            {
                return found;
            }

            Assert.True(
                TimeProvider.System.GetUtcNow() < deadline,
                $"What was expected did not come. {found.Count} rows of:\n{kql}\nThere is:\n{string.Join('\n', Tables["traces"].Select(row => row["message"]))}");
            await Task.Delay(PollInterval);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        Texts.Enqueue(text);
        Interlocked.Add(ref _bytes, text.Length);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            using var item = JsonDocument.Parse(line);
            if (Envelope.Read(item.RootElement) is { } read)
            {
                _items.Enqueue(read);
            }
        }

        return Results.Json(new { itemsReceived = lines.Length, itemsAccepted = lines.Length, errors = Array.Empty<string>() });
    }
}
