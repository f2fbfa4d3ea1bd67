using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary><c>POST /api/reviews/{caseId}/claim/handover</c>: transfers a claim to a named moderator.</summary>
public sealed class HandOverReview(ReviewCommandHandler handler, IOptions<ReviewOptions> options, TimeProvider time)
{
    [Function(nameof(HandOverReview))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/claim/handover")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.HandoverRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var command = new ReviewCommand(ReviewAction.Claim, caller.Subject, time.GetUtcNow());
        var outcome = await handler.ExecuteAsync(
            caseId, (current, _) => ClaimRules.HandOver(current, command, body.To!, options.Value.ClaimLease, caller.IsSenior),
            cancellationToken);
        return outcome.Answer(request, review => Results.Json(review.Claim, ReviewJson.Default.ReviewClaim));
    }
}
