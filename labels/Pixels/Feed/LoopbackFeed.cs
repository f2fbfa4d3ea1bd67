using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace AiLabels.Pixels.Feed;

/// <summary>Serves one video by ranges to a decoder on this machine, under an unguessable path, and nothing else.</summary>
/// <remarks>
/// The decoder also uses this server as its HTTP proxy: requests for any other address that a file could cause arrive here and are refused.
/// </remarks>
internal sealed class LoopbackFeed : IAsyncDisposable
{
    /// <summary>Bounds the bytes that were sent to a decoder that no longer reads: those in socket buffers.</summary>
    private const int SocketBuffer = 32 << 10;

    private readonly WebApplication _server;
    private readonly BlockCache _blocks;
    private readonly string _path = "/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private int _refused;

    private LoopbackFeed(WebApplication server, BlockCache blocks) => (_server, _blocks) = (server, blocks);

    /// <summary>Address of the server: <c>http://127.0.0.1:port</c>.</summary>
    public string Address => _server.Urls.Single();

    public string Url => Address + _path;

    /// <summary>Number of requests for anything but the video.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public static async Task<LoopbackFeed> StartAsync(BlockCache blocks, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddLogging();
        builder.Services.Configure<SocketTransportOptions>(options =>
        {
            options.MaxWriteBufferSize = SocketBuffer;
            options.CreateBoundListenSocket = Listen;
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 0;
            options.Limits.MinResponseDataRate = null;
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var server = builder.Build();
        var feed = new LoopbackFeed(server, blocks);
        server.Run(feed.ServeAsync);
        await server.StartAsync(cancellation);
        return feed;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _server.StopAsync(atOnce.Token);
        await _server.DisposeAsync();
    }

    private static Socket Listen(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = SocketBuffer;
        return socket;
    }

    private async Task ServeAsync(HttpContext context)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isGet || context.Request.Path != _path || Address != $"http://{context.Request.Host}")
        {
            Interlocked.Increment(ref _refused);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (_blocks.IsExhausted || _blocks.Failure is not null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            await using var stream = new BlockStream(_blocks, context.Response.BodyWriter);
            await TypedResults.Stream(stream, enableRangeProcessing: true).ExecuteAsync(context);
        }
        catch (IOException)
        {
            // The cache keeps the exception for the caller that started the decoder.
            context.Abort();
        }
    }
}
