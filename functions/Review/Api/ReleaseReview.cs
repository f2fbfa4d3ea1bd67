using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary><c>DELETE /api/reviews/{caseId}/claim</c>: releases the caller's claim.</summary>
public sealed class ReleaseReview(ReviewCommandHandler handler, TimeProvider time)
{
    [Function(nameof(ReleaseReview))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/reviews/{caseId}/claim")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        var command = new ReviewCommand(ReviewAction.Claim, Caller.Of(request).Subject, time.GetUtcNow());
        var outcome = await handler.ExecuteAsync(caseId, (current, _) => ClaimRules.Release(current, command), cancellationToken);
        return outcome.Answer(request, _ => Results.NoContent());
    }
}
