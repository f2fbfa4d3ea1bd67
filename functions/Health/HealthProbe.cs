using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Health;

/// <summary>What probes and people ask.</summary>
public sealed class HealthProbe(Readiness readiness)
{
    /// <summary>
    /// <c>GET /api/health</c>: whether uploads can be decided at the moment. Traffic waits for it; a restart cures nothing that it finds.
    /// </summary>
    /// <remarks>
    /// Binds nothing but the request: the host would refuse it when a setting is missing, and nothing would say which
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

    /// <summary><c>GET /api/health/live</c>: this process answers. When it does not, a restart may help.</summary>
    [Function("HealthLive")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        Results.Json(new LiveReport(), HealthJson.Default.LiveReport);
}
