using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VideoGate.Outbound;

/// <summary>
/// Restricts outbound connections to configured public addresses: checks every address that a name resolves to, and connects to a checked
/// address.
/// </summary>
/// <param name="loopback">Allowed targets on the loopback interface, as <c>host:port</c>.</param>
/// <param name="resolve">
/// Resolves a host name; called once per connection, so a name cannot change between check and use.
/// </param>
internal sealed class OutboundTargets(IEnumerable<string> loopback, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private const int LongestHeadersInKilobytes = 16;

    public OutboundTargets(IEnumerable<string> loopback)
        : this(loopback, Dns.GetHostAddressesAsync)
    {
    }

    /// <returns>
    /// Why <paramref name="url"/> is not allowed, phrased to follow the setting's name; null if it is allowed.
    /// </returns>
    public static string? GetError(Uri? url, IEnumerable<string> loopback) => url switch
    {
        null or { IsAbsoluteUri: false } => "must be an absolute URL.",
        { UserInfo.Length: > 0 } => "must not contain credentials.",
        { Fragment.Length: > 0 } => "must not have a fragment.",
        _ when IsLoopback(loopback, url.IdnHost, url.Port) => url.Scheme is "http" or "https" ? null : "must be http or https.",
        { Scheme: not "https" } => "must be https.",
        _ when IPAddress.TryParse(url.IdnHost, out var address) && !PublicAddress.IsPublic(address) =>
            "names an address that is not public.",
        _ => null,
    };

    /// <exception cref="TargetRefusedException">One of the addresses is not allowed.</exception>
    /// <exception cref="SocketException">The name does not resolve, or the connection is refused.</exception>
    public async ValueTask<Stream> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await resolve(host, cancellationToken);
        var allowed = IsLoopback(loopback, host, port) ? IPAddress.IsLoopback : (Predicate<IPAddress>)PublicAddress.IsPublic;
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

    /// <summary>
    /// Gets a handler for clients of untrusted servers: these targets only, no redirects, no proxy, no cookies, bounded headers.
    /// </summary>
    public SocketsHttpHandler Handler() => new()
    {
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation),
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseHeadersLength = LongestHeadersInKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    private static bool IsLoopback(IEnumerable<string> loopback, string host, int port) =>
        loopback.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"), StringComparer.OrdinalIgnoreCase);
}
