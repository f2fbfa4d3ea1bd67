using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AiLabels.Cli.Tests.Gate;

/// <summary>A server on this machine that answers as a gate and its storage do, and records what it is sent.</summary>
internal sealed class StandInGate : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly Lock _lock = new();
    private readonly List<Received> _received = [];

    /// <param name="answer">Status, body and path of the next page of the response; called with each request.</param>
    public StandInGate(Func<Received, (int Status, string Body, string? Next)> answer)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public string Address { get; }

    public IReadOnlyList<Received> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync(Func<Received, (int Status, string Body, string? Next)> answer)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var received = new Received(
                context.Request.HttpMethod, context.Request.RawUrl!, body.ToArray(), context.Request.Headers["Authorization"],
                context.Request.Headers["x-ms-blob-type"], Address);
            lock (_lock)
            {
                _received.Add(received);
            }

            var (status, text, next) = answer(received);
            context.Response.StatusCode = status;
            if (next is not null)
            {
                context.Response.Headers["Link"] = $"<{next}>; rel=\"next\"";
            }

            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
            context.Response.Close();
        }
    }
}
