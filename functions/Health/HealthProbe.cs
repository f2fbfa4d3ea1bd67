using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Serverless.Policies;
using Serverless.Storage;

namespace Serverless.Health;

/// <summary><c>GET /api/health</c>: whether uploads can be decided at the moment, for probes and for people.</summary>
public sealed class HealthProbe(BlobStorage storage, PolicySet policies, MediaPrograms programs)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // One of each account that they may live in.
    private static readonly string[] Probed = [Containers.Uploads, Containers.Published, Containers.Audit];

    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(Probed.Select(container => AnswersAsync(container, cancellationToken)));
        var report = HealthReport.Of(
            storage: answers.All(answer => answer),
            [.. policies.All.Select(policy => $"{policy.Id}@{policy.Version}")],
            programs.Versions);
        return Results.Json(report, HealthJson.Default.HealthReport, statusCode: report.StatusCode);
    }

    private async Task<bool> AnswersAsync(string container, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            return await storage.Container(container).ExistsAsync(deadline.Token);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            return false;
        }
    }
}
