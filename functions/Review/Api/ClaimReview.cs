using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/{caseId}/claim</c>: claims a review for a limited time, to prevent duplicate work. Renews the caller's own claim.
/// </summary>
public sealed class ClaimReview(ReviewCommandHandler handler, IOptions<ReviewOptions> options, TimeProvider time)
{
    [Function(nameof(ClaimReview))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/claim")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.ClaimRequest, cancellationToken);
        if (body.TakeOver && !caller.IsSenior)
        {
            return Problems.Forbidden.Because("Only a senior moderator can take over a review.");
        }

        var command = new ReviewCommand(ReviewAction.Claim, caller.Subject, time.GetUtcNow());
        var outcome = await handler.ExecuteAsync(
            caseId, (current, _) => ClaimRules.Claim(current, command, options.Value.ClaimLease, body.TakeOver), cancellationToken);
        return outcome.Answer(request, review => Results.Json(review.Claim, ReviewJson.Default.ReviewClaim));
    }
}
