using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Health;

/// <summary>Whether uploads can be decided, with the underlying checks.</summary>
/// <param name="Status">The worst of the checks.</param>
/// <param name="CheckedAt">Time of the checks; probes within seconds of each other share one result.</param>
internal sealed record HealthReport(HealthState Status, DateTimeOffset CheckedAt, IReadOnlyList<HealthCheck> Checks)
{
    [JsonIgnore]
    public int StatusCode => Status is HealthState.Unavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;

    public static HealthReport Of(IReadOnlyList<HealthCheck> checks, DateTimeOffset checkedAt) =>
        new(checks.Max(check => check.State), checkedAt, checks);
}

/// <summary>The process responds.</summary>
internal sealed record LiveReport(string Status = "live");
