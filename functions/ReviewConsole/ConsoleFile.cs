using System.Security.Cryptography;

namespace VideoGate.ReviewConsole;

/// <summary>A file of the console with the strong ETag of its bytes, quotes included.</summary>
internal sealed record ConsoleFile(byte[] Content, string ContentType, string ETag)
{
    public static ConsoleFile Of(byte[] content, string contentType) =>
        new(content, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
}
