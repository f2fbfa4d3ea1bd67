using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Publishing;

namespace VideoGate.Review.Api;

/// <summary><c>GET /api/reviews/{caseId}</c>: a case that is or was in review, with the options of a decision.</summary>
public sealed class GetReview(CaseStore cases, PolicyArchive policies, LabelAvailability labels)
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
            return Problems.NotFound.Because("There is no such case, or it was never in review.");
        }

        request.HttpContext.Response.Headers.ETag = stored.ETag.ToString("H");
        if (request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Tag == stored.ETag.ToString("H")))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var policy = (await policies.GetAsync(stored.Case.Policy, cancellationToken)).Review;
        return Results.Json(
            Shown(stored.Case, policy,
                Caller.Of(request)) with
            {
                LabelOptions =
                    stored.Case.ClosedAt is null ? await labels.ForAsync(stored.Case, cancellationToken) : null
            },
            ReviewJson.Default.ReviewCase);
    }

    private static ReviewCase Shown(ModerationCase shown, ReviewPolicy policy, Caller caller)
    {
        ReviewVerdict[] needing =
            [.. Enum.GetValues<ReviewVerdict>().Where(verdict => policy.NeedsSecondPerson(verdict, shown.QuarantineReason))];
        var facts = CaseDecision.FactsOf(shown);
        return new(
            CaseView.Of(shown, caller),
            policy.ReasonsOf(ReviewVerdict.Approve, facts),
            policy.ReasonsOf(ReviewVerdict.ApproveWithLabel, facts),
            policy.ReasonsOf(ReviewVerdict.Reject, facts),
            new(needing is not [], needing, shown.Review!.Held?.DecidedBy),
            shown.Review.Decision?.UndoUntil);
    }
}
