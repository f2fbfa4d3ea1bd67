using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGate.Cases;

/// <summary>JSON of cases in container <c>cases</c>: camelCase, nulls left out, text unescaped as far as JSON allows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModerationCase))]
internal sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>For blobs, which no browser takes for markup.</summary>
    public static CaseJson Stored => field ??=
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
