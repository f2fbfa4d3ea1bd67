using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Health;

/// <summary>Ordered from the best to the worst.</summary>
[JsonConverter(typeof(CamelCase<HealthState>))]
internal enum HealthState
{
    Ok,

    /// <summary>Uploads are decided, but not as well as they could be.</summary>
    Degraded,

    /// <summary>No upload can be decided.</summary>
    Unavailable,
}

/// <summary>One thing that the service leans on.</summary>
/// <param name="Name">Such as <c>storage/uploads</c>.</param>
/// <param name="Detail">What was found. Holds no addresses, keys or messages of others: everybody may read it.</param>
/// <param name="Remedy">What to do about it; null when all is well.</param>
internal sealed record HealthCheck(string Name, HealthState State, string Detail, string? Remedy = null)
{
    public static HealthCheck Ok(string name, string detail) => new(name, HealthState.Ok, detail);

    public static HealthCheck Degraded(string name, string detail, string remedy) => new(name, HealthState.Degraded, detail, remedy);

    public static HealthCheck Unavailable(string name, string detail, string remedy) => new(name, HealthState.Unavailable, detail, remedy);
}
