using System.Text.Json.Serialization;

namespace VideoGate.Webhooks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CloudEvent<CaseEventData>), TypeInfoPropertyName = "CaseEvent")]
[JsonSerializable(typeof(CloudEvent<AnchorEventData>), TypeInfoPropertyName = "AnchorEvent")]
internal sealed partial class WebhookJson : JsonSerializerContext;
