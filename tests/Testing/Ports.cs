using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VideoGate.Testing;

internal static class Ports
{
    // Below the range of ephemeral ports, so that no other process gets a port between its choice and its use.
    private const int First = 10_000;
    private const int Count = 20_000;

    private static int s_next = Random.Shared.Next(Count);

    public static int Free()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref s_next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // In use: try the next one.
            }
        }
    }

    /// <exception cref="InvalidOperationException">The process ended instead of listening.</exception>
    public static async Task UntilListeningAsync(int port, Process process)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(50, deadline.Token);
            }
            catch (SocketException exception)
            {
                throw new InvalidOperationException(
                    $"{process.StartInfo.FileName} ended with {process.ExitCode} instead of listening on port {port}.", exception);
            }
        }
    }
}
