using System.Text.Json.Serialization;

namespace VideoGate.Takedowns;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(IReadOnlyList<TakedownKind>))]
[JsonSerializable(typeof(TakedownOrder))]
[JsonSerializable(typeof(TakedownDecision))]
[JsonSerializable(typeof(TakedownList))]
internal sealed partial class TakedownJson : JsonSerializerContext;
