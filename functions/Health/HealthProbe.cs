using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Health;

/// <summary>The health endpoints.</summary>
public sealed class HealthProbe(Readiness readiness)
{
    /// <summary>
    /// <c>GET /api/health</c>: whether uploads can be decided. A readiness probe: a restart fixes none of its findings.
    /// </summary>
    /// <remarks>
    /// Binds only the request: with more bindings the host rejects the call if a setting is missing, without naming the setting
    /// (<see cref="TaskHub"/>).
    /// </remarks>
    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var report = await readiness.AskAsync(cancellationToken);
        return Results.Json(report, HealthJson.Default.HealthReport, statusCode: report.StatusCode);
    }

    /// <summary><c>GET /api/health/live</c>: liveness probe. If this process does not respond, a restart may help.</summary>
    [Function("HealthLive")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        Results.Json(new LiveReport(), HealthJson.Default.LiveReport);
}
