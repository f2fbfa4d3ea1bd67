using System.Text.Json.Serialization;

namespace VideoGate.ReviewConsole;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConsoleConfiguration))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
