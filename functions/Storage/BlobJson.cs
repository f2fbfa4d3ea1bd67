using System.Text.Encodings.Web;
using System.Text.Json;

namespace VideoGate.Storage;

/// <summary>Options of JSON in blobs.</summary>
internal static class BlobJson
{
    /// <summary>Copies options for blobs, which browsers never interpret as markup: text is escaped only where JSON requires it.</summary>
    public static JsonSerializerOptions Of(JsonSerializerOptions options) =>
        new(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
