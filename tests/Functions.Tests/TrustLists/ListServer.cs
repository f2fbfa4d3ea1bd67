using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoGate.Testing;

namespace VideoGate.Tests.TrustLists;

/// <summary>The source of a trust list on this machine, with the test's responses.</summary>
internal sealed class ListServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly int _port;

    private ListServer(WebApplication app, int port) => (_app, _port) = (app, port);

    /// <summary>Content at any path; tests may change it.</summary>
    public required Func<HttpContext, Task> Answer { get; set; }

    /// <summary><c>host:port</c>, for <c>TrustLists:LoopbackTargets</c>.</summary>
    public string Target => $"127.0.0.1:{_port}";

    public Uri Address => new($"http://{Target}/list.pem");

    public static Task<ListServer> StartAsync(string pem) => StartAsync(Text(pem));

    public static async Task<ListServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var server = new ListServer(app, port) { Answer = answer };
        app.Run(http => server.Answer(http));
        await app.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task> Text(string text) => http => http.Response.WriteAsync(text, http.RequestAborted);

    public static Func<HttpContext, Task> Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public static Func<HttpContext, Task> Redirect(string to) => http =>
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
