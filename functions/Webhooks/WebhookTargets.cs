using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Serverless.Webhooks;

/// <summary>The name of a receiver leads to an address that we do not connect to.</summary>
public sealed class TargetRefusedException(string host) : IOException($"'{host}' leads to an address that is not public; nothing is sent there.");

/// <summary>Connects to receivers, and to nothing else: every address of a name is checked, and a checked one is what is connected to.</summary>
/// <param name="resolve">Finds the addresses of a name; the answer is used once, so that a name cannot change between check and use.</param>
internal sealed class WebhookTargets(WebhookOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public WebhookTargets(IOptions<WebhookOptions> options)
        : this(options.Value, Dns.GetHostAddressesAsync)
    {
    }

    public static bool IsLoopbackTarget(WebhookOptions options, string host, int port) =>
        options.LoopbackTargets.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"), StringComparer.OrdinalIgnoreCase);

    /// <exception cref="TargetRefusedException">One of the addresses is not allowed.</exception>
    /// <exception cref="SocketException">There is no such name, or nobody listens.</exception>
    public async ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await resolve(host, cancellationToken);
        var allowed = IsLoopbackTarget(options, host, port) ? IPAddress.IsLoopback : (Predicate<IPAddress>)PublicAddress.Is;
        if (addresses is [] || !Array.TrueForAll(addresses, allowed))
        {
            throw new TargetRefusedException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
