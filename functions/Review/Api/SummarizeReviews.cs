using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Review.Queue;

namespace VideoGate.Review.Api;

/// <summary><c>GET /api/reviews/summary</c>: figures of the queue, a few seconds old.</summary>
public sealed class SummarizeReviews(QueueSnapshots snapshots, TimeProvider time)
{
    [Function(nameof(SummarizeReviews))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reviews/summary")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.GetAsync(cancellationToken);
        return Results.Json(snapshot.Summarize(time.GetUtcNow()), ReviewJson.Default.ReviewSummary);
    }
}
