using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.Erasures;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ErasureConfirmation))]
[JsonSerializable(typeof(ErasureOrder))]
[JsonSerializable(typeof(ErasureView))]
internal sealed partial class ErasureJson : JsonSerializerContext
{
    /// <summary>For blobs.</summary>
    public static ErasureJson Stored => field ??= new(BlobJson.Of(Default.Options));
}
