using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Serverless.Health;

/// <summary>Answer to <c>GET /health</c>.</summary>
/// <param name="Status"><c>ok</c>; <c>degraded</c> when an external program is missing; <c>unavailable</c> when no upload can be decided.</param>
/// <param name="Storage">Whether every storage account answers.</param>
/// <param name="Policies">Policies that are loaded, as <c>id@version</c>.</param>
/// <param name="Programs">Versions of the external programs; null for one that is missing.</param>
internal sealed record HealthReport(
    string Status, bool Storage, IReadOnlyList<string> Policies, IReadOnlyDictionary<string, string?> Programs)
{
    [JsonIgnore]
    public int StatusCode => Storage ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

    public static HealthReport Of(bool storage, IReadOnlyList<string> policies, IReadOnlyDictionary<string, string?> programs) =>
        new(Judge(storage, programs), storage, policies, programs);

    private static string Judge(bool storage, IReadOnlyDictionary<string, string?> programs) =>
        !storage ? "unavailable" : programs.Values.Contains(null) ? "degraded" : "ok";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
