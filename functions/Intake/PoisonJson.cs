using System.Text.Json.Serialization;

namespace VideoGate.Intake;

/// <summary>What the host leaves behind for a blob whose trigger failed too often.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PoisonMessage))]
internal sealed partial class PoisonJson : JsonSerializerContext;
