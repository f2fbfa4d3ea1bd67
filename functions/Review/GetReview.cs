using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Serverless.Access;
using Serverless.Cases;
using Serverless.Policies;

namespace Serverless.Review;

/// <summary><c>GET /api/reviews/{caseId}</c>: a case that is or was in review, and what a decision about it may say.</summary>
public sealed class GetReview(CaseStore cases, PinnedPolicies policies)
{
    [Function(nameof(GetReview))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reviews/{caseId}")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case.Review: not null } stored)
        {
            return Problems.NotFound.Because("There is no such case, or it never came to review.");
        }

        var reasons = (await policies.GetAsync(stored.Case.Policy, cancellationToken)).Review;
        var shown = new ReviewCase(CaseView.Of(stored.Case, Caller.Of(request)), reasons.ApproveReasons, reasons.RejectReasons);
        request.HttpContext.Response.Headers.ETag = stored.ETag.ToString("H");
        return Results.Json(shown, ReviewJson.Default.ReviewCase);
    }
}
