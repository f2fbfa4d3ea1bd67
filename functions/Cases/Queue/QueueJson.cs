using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.Cases.Queue;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewRow))]
[JsonSerializable(typeof(ReviewCursor))]
internal sealed partial class QueueJson : JsonSerializerContext
{
    /// <summary>For blobs.</summary>
    public static QueueJson Stored => field ??= new(BlobJson.Of(Default.Options));
}
