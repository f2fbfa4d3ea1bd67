using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoGate.Review.Api;

internal static class RequestHash
{
    /// <summary>
    /// Tells a request from another one: SHA-256 of its members, however they were spaced or ordered, in lower-case hexadecimal.
    /// </summary>
    public static string Of<T>(T request, JsonTypeInfo<T> type) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, type)));
}
