using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Serverless.Health;

/// <summary>What probes and people ask.</summary>
public sealed class HealthProbe(Readiness readiness)
{
    /// <summary><c>GET /api/health</c>: whether uploads can be decided at the moment. Traffic waits for it; a restart cures nothing that it finds.</summary>
    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var report = await readiness.AskAsync(client, cancellationToken);
        return Results.Json(report, HealthJson.Default.HealthReport, statusCode: report.StatusCode);
    }

    /// <summary><c>GET /api/health/live</c>: this process answers. When it does not, a restart may help.</summary>
    [Function("HealthLive")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        Results.Json(new LiveReport(), HealthJson.Default.LiveReport);
}
