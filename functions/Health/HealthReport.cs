using System.Text.Json.Serialization;

namespace Serverless.Health;

/// <summary>Answer to <c>GET /health</c>.</summary>
/// <param name="Status"><c>ok</c>; <c>degraded</c> when an external program is missing; <c>unavailable</c> when no upload can be decided.</param>
/// <param name="Storage">Whether storage answers.</param>
/// <param name="Policies">Policies that are loaded, as <c>id@version</c>.</param>
/// <param name="Programs">Versions of the external programs; null for one that is missing.</param>
internal sealed record HealthReport(
    string Status, bool Storage, IReadOnlyList<string> Policies, IReadOnlyDictionary<string, string?> Programs);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
