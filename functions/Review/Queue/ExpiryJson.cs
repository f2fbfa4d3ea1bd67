using System.Text.Json.Serialization;

namespace VideoGate.Review.Queue;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExpiryWindow))]
internal sealed partial class ExpiryJson : JsonSerializerContext;
