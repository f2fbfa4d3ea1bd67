using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoGate.Storage;

/// <summary>A row of an index, kept in the metadata of an empty blob, so that a listing returns the rows.</summary>
internal static class MetadataRow
{
    private const string Key = "row";

    public static Dictionary<string, string> Of<T>(T row, JsonTypeInfo<T> type) => new()
    {
        [Key] = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(row, type)),
    };

    /// <returns>The row, or null if there is none that can be read.</returns>
    public static T? Read<T>(IDictionary<string, string> metadata, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return metadata.TryGetValue(Key, out var row) ? JsonSerializer.Deserialize(Base64Url.DecodeFromChars(row), type) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }
}
