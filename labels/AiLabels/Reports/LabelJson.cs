using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>JSON shape of <see cref="LabelReport"/>: camelCase, enums as camelCase strings, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LabelReport))]
public sealed partial class LabelJson : JsonSerializerContext;
