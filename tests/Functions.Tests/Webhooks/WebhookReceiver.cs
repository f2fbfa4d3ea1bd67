using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoGate.Testing;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Webhooks;

/// <summary>A receiver of webhooks on this machine, with the test's responses.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly ConcurrentQueue<Received> _received = new();
    private readonly WebApplication _app;
    private readonly int _port;

    private WebhookReceiver(WebApplication app, int port) => (_app, _port) = (app, port);

    public IReadOnlyCollection<Received> Received => _received;

    /// <summary><c>host:port</c>, for <see cref="WebhookOptions.LoopbackTargets"/>.</summary>
    public string Target => $"127.0.0.1:{_port}";

    public WebhookEndpoint Endpoint => new() { Url = new Uri($"http://{Target}/hook?tenant=1"), Secret = Secret };

    /// <param name="answer">Response to the n-th request, from 1.</param>
    public static async Task<WebhookReceiver> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var receiver = new WebhookReceiver(app, port);
        var requests = 0;
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var headers = http.Request.Headers;
            receiver._received.Enqueue(new(
                headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(),
                http.Request.ContentType, await reader.ReadToEndAsync()));
            await answer(http, Interlocked.Increment(ref requests));
        });
        await app.StartAsync();
        return receiver;
    }

    public static Task<WebhookReceiver> StartAsync(int status) => StartAsync((http, _) =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
