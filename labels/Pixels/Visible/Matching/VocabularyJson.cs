using System.Text.Json.Serialization;

namespace AiLabels.Pixels.Visible.Matching;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LabelVocabulary))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
