using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Worker.Tests.Support;

namespace Worker.Tests.Middleware;

public sealed class TracingTests : IDisposable
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = $"00-{Trace}-b7ad6b7169203331-01";

    private readonly TempFolder _folder = new();
    private readonly ConcurrentBag<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public TracingTests()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Request_WithATraceOfItsCaller_GoesOnInIt()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Builder(_folder.Path, null, typeof(Functions)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/traced/trace") { Headers = { { "traceparent", Caller } } };

        using var response = await app.Http.SendAsync(request);

        var told = await response.Content.ReadAsStringAsync();
        var span = Assert.Single(_spans, span => span.DisplayName == "function Traced" && span.TraceId.ToHexString() == Trace);
        Assert.Equal((span.Id, "b7ad6b7169203331"), (told, span.ParentSpanId.ToHexString()));
        Assert.Equal("Traced", span.GetTagItem("faas.name"));
    }

    [Fact]
    public async Task Function_ThatThrows_EndsItsSpanAsAnError()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Builder(_folder.Path, null, typeof(Functions)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/traced/throw") { Headers = { { "traceparent", Caller } } };

        using var response = await app.Http.SendAsync(request);

        Assert.Contains(_spans, span => span.TraceId.ToHexString() == Trace && span.Status is ActivityStatusCode.Error);
    }

    public static class Functions
    {
        [Function("Traced")]
        public static IResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "traced/{what}")] HttpRequest request, string what, FunctionContext context) =>
            what == "trace" ? Results.Text(context.TraceContext.TraceParent) : throw new InvalidOperationException(request.Path);
    }
}
