using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using AiLabels.Pixels.Programs;

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

    private readonly BlockCache _blocks;
    private readonly Socket? _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Connections that are served, the listener, and this feed until it is disposed.</summary>
    private int _users = 1;
    private int _refused;

    private VideoFeed(BlockCache blocks, Socket? listener)
    {
        (_blocks, _listener, _stopping) = (blocks, listener, _stop.Token);
        Address = listener is null ? AnyAddress : $"http://{listener.LocalEndPoint}";
        Url = $"{Address}/{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}";
    }

    /// <summary>Address of the server: <c>http://127.0.0.1:port</c>.</summary>
    public string Address { get; }

    public string Url { get; }

    /// <summary>Number of requests for anything but the video.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public static async Task<VideoFeed> StartAsync(BlockCache blocks) => Start(blocks, (await Containment.GetAsync()).GrantsSockets);

    /// <summary>Gets a decoder of the video: a program that reaches this feed and nothing else.</summary>
    public ContainedProgram Decoder(string name, ProgramLimits limits) => new(name, limits)
    {
        Environment = new Dictionary<string, string> { ["http_proxy"] = Address },
        Connected = _listener is null ? Connect : static connection => connection.Dispose(),
    };

    internal static VideoFeed Start(BlockCache blocks, bool overDescriptors)
    {
        var feed = new VideoFeed(blocks, overDescriptors ? null : Listen());
        if (feed._listener is not null)
        {
            _ = feed.UseAsync(feed.AcceptAsync);
        }

        return feed;
    }

    /// <summary>Serves a connection; the other end belongs to the client.</summary>
    internal void Connect(Socket connection) => _ = UseAsync(() => ServeAsync(connection));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener?.Dispose();
        Release();
        await _stopped.Task;
        _stop.Dispose();
    }

    private static Socket Listen()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        return socket;
    }

    private async Task UseAsync(Func<Task> work)
    {
        Interlocked.Increment(ref _users);
        try
        {
            await Task.Run(work);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The feed or the client ends. If the source failed, the cache keeps the exception for the caller that started the decoder.
        }
        finally
        {
            Release();
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _stopped.TrySetResult();
        }
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Connect(await _listener!.AcceptAsync(_stopping));
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using (connection)
        {
            connection.SendBufferSize = SocketBuffer;
            await new FeedConnection(connection, _blocks, Url, () => Interlocked.Increment(ref _refused), _stopping).ServeAsync();
        }
    }
}
