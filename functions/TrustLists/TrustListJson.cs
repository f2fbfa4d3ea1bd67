using System.Text.Json.Serialization;

namespace VideoGate.TrustLists;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrustListState))]
internal sealed partial class TrustListJson : JsonSerializerContext;
