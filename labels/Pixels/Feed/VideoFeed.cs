using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using AiLabels.Pixels.Programs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiLabels.Pixels.Feed;

/// <summary>Serves one video by ranges to contained decoders, under an unguessable path, and nothing else.</summary>
/// <remarks>
/// A decoder reaches it over inherited descriptors (<see cref="ContainedProgram.Connected"/>); the feed listens on no address. Only where
/// the kernel cannot hand them over it listens on the loopback interface. A decoder also uses it as its HTTP proxy: requests for any other
/// address that a file could cause arrive here and are refused.
/// </remarks>
internal sealed class VideoFeed : IAsyncDisposable
{
    /// <summary>Bounds the bytes that were sent to a decoder that no longer reads: those in socket buffers.</summary>
    private const int SocketBuffer = 32 << 10;

    /// <summary>Address under which a decoder asks for a descriptor; nothing listens to it.</summary>
    private const string AnyAddress = "http://127.0.0.1:9";

    private readonly WebApplication _server;
    private readonly DescriptorListener? _descriptors;
    private readonly BlockCache _blocks;
    private readonly string _path = "/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private int _refused;

    private VideoFeed(WebApplication server, DescriptorListener? descriptors, BlockCache blocks) =>
        (_server, _descriptors, _blocks) = (server, descriptors, blocks);

    /// <summary>Address of the server: <c>http://127.0.0.1:port</c>.</summary>
    public string Address => _descriptors is null ? _server.Urls.Single() : AnyAddress;

    public string Url => Address + _path;

    /// <summary>Number of requests for anything but the video.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public static async Task<VideoFeed> StartAsync(BlockCache blocks, CancellationToken cancellation) =>
        await StartAsync(blocks, (await Containment.GetAsync()).GrantsSockets, cancellation);

    internal static async Task<VideoFeed> StartAsync(BlockCache blocks, bool overDescriptors, CancellationToken cancellation)
    {
        var descriptors = overDescriptors
            ? new DescriptorListener(new() { MaxWriteBufferSize = SocketBuffer }, SocketBuffer, NullLogger.Instance)
            : null;
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
            options.Listen(
                descriptors?.EndPoint ?? new IPEndPoint(IPAddress.Loopback, 0), listen => listen.Protocols = HttpProtocols.Http1);
        });
        if (descriptors is not null)
        {
            builder.Services.AddSingleton<IConnectionListenerFactory>(descriptors);
        }

        var server = builder.Build();
        var feed = new VideoFeed(server, descriptors, blocks);
        server.Run(feed.ServeAsync);
        await server.StartAsync(cancellation);
        return feed;
    }

    /// <summary>Gets a decoder of the video: a program that reaches this feed and nothing else.</summary>
    public ContainedProgram Decoder(string name, ProgramLimits limits) => new(name, limits)
    {
        Environment = new Dictionary<string, string> { ["http_proxy"] = Address },
        Connected = Connect,
    };

    /// <summary>Serves a connection; the other end belongs to the client.</summary>
    internal void Connect(Socket connection)
    {
        if (_descriptors is null)
        {
            connection.Dispose();
        }
        else
        {
            _descriptors.Add(connection);
        }
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
