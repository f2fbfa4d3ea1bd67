using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGate.Storage;

/// <summary>Options of JSON in blobs.</summary>
internal static class BlobJson
{
    /// <summary>
    /// Copies options for blobs: text is escaped only where JSON requires it, as browsers never interpret blobs as markup; and members
    /// that a later version added are skipped.
    /// </summary>
    public static JsonSerializerOptions Of(JsonSerializerOptions options) => new(options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };
}
