using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.Maintenance;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Checkpoint<ReconciliationProgress>))]
internal sealed partial class ReconciliationJson : JsonSerializerContext;
