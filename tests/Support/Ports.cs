using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Serverless.Tests.Support;

internal static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
                throw new InvalidOperationException($"{process.StartInfo.FileName} ended with {process.ExitCode} instead of listening on port {port}.", exception);
            }
        }
    }
}
