using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Health;

/// <summary>Ordered from best to worst.</summary>
[JsonConverter(typeof(CamelCase<HealthState>))]
internal enum HealthState
{
    Ok,

    /// <summary>Uploads are decided, with reduced quality.</summary>
    Degraded,

    /// <summary>Uploads cannot be decided.</summary>
    Unavailable,
}

/// <summary>The result of checking one dependency.</summary>
/// <param name="Name">Such as <c>storage/uploads</c>.</param>
/// <param name="Detail">The finding. Public: contains no addresses, keys or third-party messages.</param>
/// <param name="Remedy">How to fix the problem or to add what is missing; null if there is no problem.</param>
internal sealed record HealthCheck(string Name, HealthState State, string Detail, string? Remedy = null)
{
    public static HealthCheck Ok(string name, string detail) => new(name, HealthState.Ok, detail);

    public static HealthCheck Degraded(string name, string detail, string remedy) => new(name, HealthState.Degraded, detail, remedy);

    public static HealthCheck Unavailable(string name, string detail, string remedy) => new(name, HealthState.Unavailable, detail, remedy);
}
