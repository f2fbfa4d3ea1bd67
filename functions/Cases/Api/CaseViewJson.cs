using System.Text.Json.Serialization;

namespace VideoGate.Cases.Api;

/// <summary>JSON of cases in API responses, with the default encoder: browsers may read it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CaseView))]
[JsonSerializable(typeof(PublishedDisclosure))]
[JsonSerializable(typeof(TakedownView))]
internal sealed partial class CaseViewJson : JsonSerializerContext;
