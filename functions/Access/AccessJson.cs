using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VideoGate.Access;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ProblemType))]
internal sealed partial class AccessJson : JsonSerializerContext;
