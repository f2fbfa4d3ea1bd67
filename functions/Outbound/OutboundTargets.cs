using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VideoGate.Outbound;

/// <summary>
/// Connects to addresses of the internet that the settings name, and to nothing else: every address of a name is checked, and a checked one
/// is what is connected to.
/// </summary>
/// <param name="loopback"><c>host:port</c> of what may be reached on this machine, and nowhere else.</param>
/// <param name="resolve">
/// Finds the addresses of a name; the answer is used once, so that a name cannot change between check and use.
/// </param>
internal sealed class OutboundTargets(IEnumerable<string> loopback, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private const int LongestHeadersInKilobytes = 16;

    public OutboundTargets(IEnumerable<string> loopback)
        : this(loopback, Dns.GetHostAddressesAsync)
    {
    }

    /// <returns>
    /// What speaks against sending anything to <paramref name="url"/>, to follow the name of its setting; null when nothing does.
    /// </returns>
    public static string? GetError(Uri? url, IEnumerable<string> loopback) => url switch
    {
        null or { IsAbsoluteUri: false } => "must be an absolute address.",
        { UserInfo.Length: > 0 } => "must not hold credentials.",
        { Fragment.Length: > 0 } => "must not have a fragment.",
        _ when IsLoopback(loopback, url.IdnHost, url.Port) => url.Scheme is "http" or "https" ? null : "must be http or https.",
        { Scheme: not "https" } => "must be https.",
        _ when IPAddress.TryParse(url.IdnHost, out var address) && !PublicAddress.IsPublic(address) =>
            "names an address that is not public.",
        _ => null,
    };

    /// <exception cref="TargetRefusedException">One of the addresses is not allowed.</exception>
    /// <exception cref="SocketException">There is no such name, or nobody listens.</exception>
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
    /// For a client of answers that are not trusted: nothing but these targets, no redirects of its own, no proxy, no cookies, bounded
    /// headers.
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
