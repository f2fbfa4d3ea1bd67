using System.Text.Json.Serialization;

namespace VideoGate.Review.Queue;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ExpiryRelease))]
[JsonSerializable(typeof(ExpiryReleaseRequest))]
[JsonSerializable(typeof(ExpiryWindow))]
internal sealed partial class ExpiryJson : JsonSerializerContext;
