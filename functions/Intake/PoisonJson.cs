using System.Text.Json.Serialization;

namespace VideoGate.Intake;

/// <summary>JSON of poison messages.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PoisonMessage))]
internal sealed partial class PoisonJson : JsonSerializerContext;
