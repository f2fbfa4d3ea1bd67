using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Review.Queue;

namespace VideoGate.Review.Api;

/// <summary><c>GET /api/reviews/summary</c>: the queue in figures, of a few seconds ago.</summary>
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
