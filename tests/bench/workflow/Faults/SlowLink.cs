using System.Net;
using System.Net.Sockets;

namespace VideoGate.Bench.Workflow.Faults;

/// <summary>A link to a local port on which everything arrives late.</summary>
internal sealed class SlowLink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _to;
    private readonly TimeSpan _delay;

    public SlowLink(int to, TimeSpan delay)
    {
        (_to, _delay) = (to, delay);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, _to);
                await Task.WhenAny(CopyAsync(near, far, _delay), CopyAsync(far, near, TimeSpan.Zero));
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                // One side has ended.
            }
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to, TimeSpan delay)
    {
        var buffer = new byte[64 << 10];
        while (await from.GetStream().ReadAsync(buffer) is > 0 and var read)
        {
            await Task.Delay(delay);
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
