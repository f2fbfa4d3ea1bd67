using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using VideoGate.Testing;

namespace VideoGate.Tests.Support;

/// <summary>Passes requests on to Azurite, except those that it answers itself: with errors that only the real service gives.</summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    private readonly WebApplication _app;
    private readonly Uri _target;
    private readonly int _port = Ports.Free();

    private StorageProxy(string connectionString)
    {
        _target = new(connectionString.Split("BlobEndpoint=")[1].Split(';')[0]);
        ConnectionString = connectionString.Replace(
            _target.GetLeftPart(UriPartial.Authority), $"http://127.0.0.1:{_port}", StringComparison.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_port}").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string ConnectionString { get; }

    /// <summary>Status and error code for a request, or null to pass it on.</summary>
    public Func<HttpRequest, (int Status, string ErrorCode)?> Refuse { get; set; } = _ => null;

    public static async Task<StorageProxy> StartAsync(string connectionString)
    {
        var proxy = new StorageProxy(connectionString);
        await proxy._app.StartAsync();
        return proxy;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (Refuse(context.Request) is { } refusal)
        {
            context.Response.StatusCode = refusal.Status;
            context.Response.Headers["x-ms-error-code"] = refusal.ErrorCode;
            return;
        }

        // As sent: a parsed path has lost escapes that the signature covers.
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var url = new Uri($"{_target.GetLeftPart(UriPartial.Authority)}{path}");
        using var request = new HttpRequestMessage(new(context.Request.Method), url) { Content = new StreamContent(context.Request.Body) };
        foreach (var header in context.Request.Headers.Where(header => header.Key is not "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string?>)header.Value))
            {
                request.Content.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string?>)header.Value);
            }
        }

        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not "Transfer-Encoding"))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
