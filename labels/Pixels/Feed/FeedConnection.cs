using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AiLabels.Pixels.Feed;

/// <summary>Answers the requests of one connection with ranges of a video.</summary>
/// <param name="refused">Is called for each request for anything but the video.</param>
internal sealed class FeedConnection(Socket socket, BlockCache blocks, string url, Action refused, CancellationToken cancellation)
{
    private const int MaxReadAhead = 8;

    private readonly byte[] _buffer = new byte[BlockCache.BlockSize];

    /// <summary>Bytes at the start of the buffer that belong to the next request.</summary>
    private int _received;

    /// <exception cref="SocketException">The client has gone.</exception>
    /// <exception cref="IOException">
    /// The source failed, or more would be read than allowed: the client sees a response that ends early.
    /// </exception>
    public async Task ServeAsync()
    {
        while (await ReceiveAsync() is { } head)
        {
            var request = FeedRequest.Parse(head);
            if (request is null || request.Method is not ("GET" or "HEAD") || request.Url != url)
            {
                refused();
                await SendAsync(Head("404 Not Found", 0, "Connection: close\r\n"));
                return;
            }

            await AnswerAsync(request);
            if (request.IsLast)
            {
                return;
            }
        }
    }

    /// <returns>The head of a request; null if the client closes the connection, or sends a head that does not end.</returns>
    private async Task<byte[]?> ReceiveAsync()
    {
        while (true)
        {
            if (_buffer.AsSpan(0, _received).IndexOf(FeedRequest.End) is >= 0 and var end)
            {
                var head = _buffer[..end];
                var next = end + FeedRequest.End.Length;
                _buffer.AsSpan(next, _received - next).CopyTo(_buffer);
                _received -= next;
                return head;
            }

            var count = _received == _buffer.Length ? 0 : await socket.ReceiveAsync(_buffer.AsMemory(_received), cancellation);
            if (count == 0)
            {
                return null;
            }

            _received += count;
        }
    }

    private async Task AnswerAsync(FeedRequest request)
    {
        var part = ByteRange.Parse(request.Range, blocks.Length);
        if (blocks.IsExhausted || blocks.Failure is not null)
        {
            await SendAsync(Head("403 Forbidden", 0));
        }
        else if (part is { Length: 0 })
        {
            await SendAsync(Head("416 Range Not Satisfiable", 0, Content("*")));
        }
        else
        {
            var range = part ?? new(0, blocks.Length);
            await SendAsync(part is null
                ? Head("200 OK", range.Length)
                : Head("206 Partial Content", range.Length, Content($"{range.From}-{range.End - 1}")));
            if (request.Method == "GET")
            {
                await SendAsync(range);
            }
        }
    }

    /// <summary>
    /// Sends a part of the video. Each sequential read fetches twice as much; a seek, which is another request, starts small.
    /// </summary>
    private async Task SendAsync(ByteRange range)
    {
        var run = blocks.Run;
        var readAhead = 1;
        var bytes = new byte[BlockCache.BlockSize];
        for (var position = range.From; position < range.End;)
        {
            // The kernel takes what it can buffer for a decoder that has moved on or ended: without this check more would be fetched.
            if (run != blocks.Run || IsClosed())
            {
                throw new IOException("The client no longer reads this response.");
            }

            var wanted = bytes.AsMemory(0, (int)Math.Min(bytes.Length, range.End - position));
            var count = await blocks.ReadAsync(position, wanted, readAhead, cancellation);
            await SendAsync(wanted[..count]);
            position += count;
            if (position % BlockCache.BlockSize == 0)
            {
                readAhead = Math.Min(readAhead * 2, MaxReadAhead);
            }
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancellation)..];
        }
    }

    /// <summary>A socket that can be read and has nothing to read is closed at the other end.</summary>
    private bool IsClosed() => socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;

    private string Content(string range) => $"Content-Range: bytes {range}/{blocks.Length.ToString(CultureInfo.InvariantCulture)}\r\n";

    private static byte[] Head(string status, long length, string headers = "") => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status}\r\nAccept-Ranges: bytes\r\nContent-Type: application/octet-stream\r\nContent-Length: {length}\r\n{headers}\r\n"));
}
