using System.Text.Json.Serialization;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>JSON shape of <see cref="ExplicitLabels"/>: camelCase, enums as camelCase strings, nulls omitted.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExplicitLabels))]
public sealed partial class ExplicitLabelsJson : JsonSerializerContext;
