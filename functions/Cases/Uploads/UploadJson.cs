using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.Cases.Uploads;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UploaderRecord))]
[JsonSerializable(typeof(UploadTicket))]
internal sealed partial class UploadJson : JsonSerializerContext
{
    /// <summary>For blobs.</summary>
    public static UploadJson Stored => field ??= new(BlobJson.Of(Default.Options));
}
