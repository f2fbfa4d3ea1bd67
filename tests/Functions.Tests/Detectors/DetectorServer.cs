using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoGate.Detectors;
using VideoGate.Testing;

namespace VideoGate.Tests.Detectors;

/// <summary>A detector on this machine, with the test's answers.</summary>
internal sealed class DetectorServer : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly WebApplication _app;
    private readonly int _port;
    private int _calls;

    private DetectorServer(WebApplication app, int port) => (_app, _port) = (app, port);

    public int Calls => _calls;

    /// <summary>Body and signature of the last request.</summary>
    public (string Body, string Id, string Timestamp, string Signature) Last { get; private set; }

    /// <param name="answer">Response to the n-th request, from 1.</param>
    public static async Task<DetectorServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var server = new DetectorServer(app, port);
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var headers = http.Request.Headers;
            server.Last = (await reader.ReadToEndAsync(), headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(),
                headers["webhook-signature"].ToString());
            await answer(http, Interlocked.Increment(ref server._calls));
        });
        await app.StartAsync();
        return server;
    }

    public DetectorOptions Options() => new()
    {
        Endpoints = { new() { Name = "acme", Url = new($"http://127.0.0.1:{_port}/videos"), Secret = Secret } },
        LoopbackTargets = { $"127.0.0.1:{_port}" },
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
