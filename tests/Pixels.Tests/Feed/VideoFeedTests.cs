using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using AiLabels.Pixels.Feed;
using AiLabels.Reading;

namespace AiLabels.Pixels.Tests.Feed;

public sealed class VideoFeedTests : IAsyncLifetime
{
    private readonly byte[] _video = new byte[1_000_000];

    // A client whose system buffers little: the video must not have arrived before it is asked for.
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, ConnectCallback = ConnectAsync });
    private BlockCache _blocks = null!;
    private VideoFeed _feed = null!;

    public async ValueTask InitializeAsync()
    {
        new Random(1).NextBytes(_video);
        _blocks = new BlockCache(new Bytes(_video), 256 << 10);
        _blocks.Begin(10 << 20);
        _feed = VideoFeed.Start(_blocks, overDescriptors: false);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(0, 0)]
    [InlineData(32_767, 32_768)]
    [InlineData(999_000, null)]
    [InlineData(999_999, 2_000_000)]
    public async Task Get_Range_IsThoseBytes(int from, int? to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _feed.Url);
        request.Headers.Range = new RangeHeaderValue(from, to);

        using var response = await _client.SendAsync(request);

        var last = Math.Min(to ?? 999_999, 999_999);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(_video[from..(last + 1)], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(1_000_000, response.Content.Headers.ContentRange!.Length);
    }

    [Fact]
    public async Task Get_PartTwice_FetchesItOnce()
    {
        await GetStartAsync();
        var fetched = _blocks.BytesRead;
        await GetStartAsync();

        Assert.InRange(fetched, 60_001, 4 * BlockCache.BlockSize);
        Assert.Equal(fetched, _blocks.BytesRead);

        async Task GetStartAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _feed.Url);
            request.Headers.Range = new RangeHeaderValue(0, 60_000);
            await _client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Get_ClientThatStopsReading_FetchesLittleBeyondWhatItTook()
    {
        // Arrange
        using var response = await _client.GetAsync(_feed.Url, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[1000]);

        // Act
        await Task.Delay(300);

        // Assert
        Assert.InRange(_blocks.BytesRead, 1000, 999_999);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/..")]
    [InlineData("GET", "/0123456789abcdef0123456789abcdef")]
    public async Task Get_AnythingElse_IsRefused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _feed.Address + path);

        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync(request)).StatusCode);
        Assert.Equal(1, _feed.Refused);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Send_OtherMethod_IsRefused(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _feed.Url);

        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Get_AsProxyForAnotherAddress_IsRefused()
    {
        using var client = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(_feed.Address) });

        using var response = await client.GetAsync($"http://example.org{new Uri(_feed.Url).AbsolutePath}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(1, _feed.Refused);
    }

    [Fact]
    public async Task Get_BeyondWhatIsAllowed_EndsTheResponse()
    {
        _blocks.Begin(100_000);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _client.GetByteArrayAsync(_feed.Url));

        Assert.True(_blocks.IsExhausted);
        Assert.InRange(_blocks.BytesRead, 1, 100_000);
    }

    [Fact]
    public async Task Get_WhenTheNextRunBegins_IsCutOff()
    {
        // Arrange
        using var response = await _client.GetAsync(_feed.Url, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();

        // Act
        _blocks.Begin(10 << 20);

        // Assert
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task Get_RangeBehindTheEnd_IsNotSatisfiable()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _feed.Url);
        request.Headers.Range = new RangeHeaderValue(1_000_000, null);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await _client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Head_Video_HasItsLengthAndNoBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, _feed.Url);

        using var response = await _client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, 1_000_000), (response.StatusCode, response.Content.Headers.ContentLength));
        Assert.Equal(0, _blocks.BytesRead);
    }

    [Theory]
    [InlineData("\u0016\u0003\u0001\r\n\r\n", "HTTP/1.1 404 Not Found")]
    [InlineData("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n", "HTTP/1.1 404 Not Found")]
    [InlineData("a head without an end", "")]
    public async Task Send_NoRequestForTheVideo_IsRefusedAndTheConnectionClosed(string bytes, string expected)
    {
        var answer = await AskAsync(bytes.PadRight(expected.Length == 0 ? 40_000 : 0));

        Assert.Equal(expected, answer.Split("\r\n")[0]);
    }

    [Fact]
    public async Task Send_RequestsInOnePacket_AreAnsweredInTurn()
    {
        var (path, host) = (new Uri(_feed.Url).AbsolutePath, new Uri(_feed.Url).Authority);
        var head = $"HEAD {path} HTTP/1.1\r\nHost: {host}\r\n";

        var answers = await AskAsync($"{head}Range: bytes=1-2\r\n\r\n{head}Range: bytes=3-9\r\nConnection: close\r\n\r\n");

        Assert.Contains("bytes 1-2/1000000", answers, StringComparison.Ordinal);
        Assert.Contains("bytes 3-9/1000000", answers, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        _client.Dispose();
        _blocks.Dispose();
    }

    /// <summary>Sends bytes in one packet, and returns what comes back until the connection is closed, however it is.</summary>
    private async Task<string> AskAsync(string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(_feed.Address).Port);
        try
        {
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes));
            using var answer = new StreamReader(client.GetStream());
            return await answer.ReadToEndAsync();
        }
        catch (IOException)
        {
            return "";
        }
    }

    private sealed class Bytes(byte[] bytes) : IByteSource
    {
        public long Length => bytes.Length;

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, Length - offset);
            bytes.AsMemory((int)offset, count).CopyTo(buffer);
            return ValueTask.FromResult(count);
        }
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 32 << 10 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
