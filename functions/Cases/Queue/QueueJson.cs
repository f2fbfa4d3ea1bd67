using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGate.Cases.Queue;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewRow))]
[JsonSerializable(typeof(ReviewCursor))]
internal sealed partial class QueueJson : JsonSerializerContext
{
    /// <summary>For blobs, which browsers never interpret as markup.</summary>
    public static QueueJson Stored => field ??=
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
