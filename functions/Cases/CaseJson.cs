using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>JSON of cases in container <c>cases</c>: camelCase, nulls omitted, minimal escaping.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModerationCase))]
internal sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>For blobs.</summary>
    public static CaseJson Stored => field ??= new(BlobJson.Of(Default.Options));
}
