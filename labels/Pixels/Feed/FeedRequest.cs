using System.Text;

namespace AiLabels.Pixels.Feed;

/// <summary>The head of one request in HTTP/1.1 (RFC 9112), as far as ranges of one video need it.</summary>
/// <param name="Url">The target in absolute form, as a proxy gets it.</param>
/// <param name="Range">The Range header.</param>
/// <param name="IsLast">Whether the client closes the connection after it.</param>
internal sealed record FeedRequest(string Method, string Url, string? Range, bool IsLast)
{
    private const string Scheme = "http://";

    /// <summary>Ends the head of a request.</summary>
    public static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <param name="head">Everything before <see cref="End"/>.</param>
    /// <returns>Null if the bytes are no request.</returns>
    public static FeedRequest? Parse(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, var version]
            || !version.StartsWith("HTTP/1.", StringComparison.Ordinal))
        {
            return null;
        }

        var url = target.StartsWith('/') ? $"{Scheme}{Header(lines, "Host")}{target}" : target;
        var isLast = version == "HTTP/1.0" || "close".Equals(Header(lines, "Connection"), StringComparison.OrdinalIgnoreCase);
        return new(method, url, Header(lines, "Range"), isLast);
    }

    private static string? Header(string[] lines, string name) => lines.Skip(1)
        .Where(line => line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();
}
