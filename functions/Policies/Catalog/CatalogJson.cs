using System.Text.Json.Serialization;

namespace VideoGate.Policies.Catalog;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PolicyList))]
[JsonSerializable(typeof(PolicyVersions))]
[JsonSerializable(typeof(PolicyView))]
internal sealed partial class CatalogJson : JsonSerializerContext;
