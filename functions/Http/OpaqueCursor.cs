using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoGate.Http;

/// <summary>Cursors as clients get them: base64url of JSON.</summary>
internal static class OpaqueCursor
{
    private const int MaxLength = 4096;

    public static string Encode<T>(T cursor, JsonTypeInfo<T> type) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(cursor, type));

    /// <returns>Null when <paramref name="text"/> is no cursor of this type.</returns>
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
