using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoGate.Http;

/// <summary>Encodes cursors for clients: base64url of JSON.</summary>
internal static class OpaqueCursor
{
    private const int MaxLength = 4096;

    public static string Encode<T>(T cursor, JsonTypeInfo<T> type) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(cursor, type));

    /// <returns>The cursor, or null if <paramref name="text"/> is not a cursor of this type.</returns>
    public static T? Decode<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
