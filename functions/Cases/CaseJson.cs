using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGate.Cases;

/// <summary>JSON of cases in container <c>cases</c>: camelCase, nulls omitted, minimal escaping.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModerationCase))]
internal sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>For blobs, which browsers never interpret as markup.</summary>
    public static CaseJson Stored => field ??=
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
