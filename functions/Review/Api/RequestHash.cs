using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoGate.Review.Api;

internal static class RequestHash
{
    /// <summary>
    /// Gets a hash that identifies a request: SHA-256 of its members, independent of whitespace and order, in lower-case hexadecimal.
    /// </summary>
    public static string Of<T>(T request, JsonTypeInfo<T> type) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, type)));
}
