using System.Text.Json.Serialization;

namespace VideoGate.Detectors;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DetectorRequest))]
[JsonSerializable(typeof(DetectorAnswer))]
internal sealed partial class DetectorJson : JsonSerializerContext;
