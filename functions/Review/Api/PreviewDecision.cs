using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Reporting.Statements;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/{caseId}/decision-previews</c>: the statement of reasons that a decision would give, before it is made. Judges what
/// the decision says, not whether the caller may make it now.
/// </summary>
public sealed class PreviewDecision(CaseStore cases, PolicyArchive policies, IOptions<LabellingOptions> labelling, StorageClock clock)
{
    [Function(nameof(PreviewDecision))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/decision-previews")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.DecisionRequest, cancellationToken);
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case: { Review: { } review } seen })
        {
            return Problems.NotFound.Because("There is no such case, or it was never in review.");
        }

        var policy = await policies.GetAsync(seen.Policy, cancellationToken);
        if ((body.Validate(policy.Review) ?? body.Contradiction(seen, policy.Review)) is { } problem)
        {
            return problem;
        }

        var texts = StatementTexts.For(request.GetTypedHeaders());
        var statement = StatementWriter.Write(Decided(seen, review, body, policy.Review), policy, texts);
        if (statement is null)
        {
            return Problems.NotFound.Because("The policy has not decided on this video.");
        }

        var headers = request.HttpContext.Response.Headers;
        headers.ContentLanguage = texts.Language;
        headers.Vary = HeaderNames.AcceptLanguage;
        var held = policy.Review.NeedsSecondPerson(body.Verdict!.Value, seen.QuarantineReason);
        var label = body.Order(seen, policy.Review, labelling.Value.HasCode);
        return Results.Json(new DecisionPreview(held, statement, label), ReviewJson.Default.DecisionPreview);
    }

    private ModerationCase Decided(ModerationCase seen, CaseReview review, DecisionRequest body, ReviewPolicy policy)
    {
        var now = clock.Earliest();
        var decision = body.By("", new(default, ""), now, policy);
        return seen with
        {
            State = decision.Verdict is ReviewVerdict.Reject ? CaseState.Rejected : CaseState.Published,
            Review = review with { Decision = ReviewRules.Final(decision, now, policy) },
        };
    }
}
