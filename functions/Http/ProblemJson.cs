using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VideoGate.Http;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ProblemType))]
internal sealed partial class ProblemJson : JsonSerializerContext;
