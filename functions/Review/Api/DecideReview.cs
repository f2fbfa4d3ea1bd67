using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/{caseId}/decisions</c>: a moderator approves or rejects. Stores the decision first; every effect follows from the
/// stored decision.
/// </summary>
public sealed class DecideReview(
    ReviewCommandHandler handler, CaseStore cases, PolicyArchive policies, LabelAvailability labels, IOptions<LabellingOptions> labelling,
    StorageClock clock)
{
    [Function(nameof(DecideReview))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/decisions")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var (headers, problem) = DecisionHeaders.Read(request);
        if (headers is null)
        {
            return problem!;
        }

        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.DecisionRequest, cancellationToken);
        if (await ImpossibleAsync(caseId, body, cancellationToken) is { } impossible)
        {
            return impossible;
        }

        var command = headers.Command(ReviewAction.Decide, caller, clock.Earliest()) with { HasCode = labelling.Value.HasCode };
        var outcome =
            await handler.ExecuteAsync(
                caseId, (current, policy) => body.Judge(current, command, headers, policy), client, cancellationToken);
        return outcome.Answer(
            request,
            review => Results.Json(ReviewDecisionView.Of(ReviewRules.Find(review, caller.Subject, headers.IdempotencyKey)!, caller, review),
                ReviewJson.Default.ReviewDecisionView));
    }

    /// <remarks>The file does not change: a retry of an accepted decision is never rejected here.</remarks>
    private async Task<ProblemResult?> ImpossibleAsync(string caseId, DecisionRequest body, CancellationToken cancellationToken)
    {
        if (body.Verdict is ReviewVerdict.Reject or null
            || await cases.GetAsync(caseId, cancellationToken) is not { Case: { Review.Decision: null } judged })
        {
            return null;
        }

        var policy = (await policies.GetAsync(judged.Policy, cancellationToken)).Review;
        return body.Validate(policy) is null && body.Order(judged, policy, labelling.Value.HasCode) is { } order
            ? (await labels.ForAsync(judged, cancellationToken)).RefusalOf(order)
            : null;
    }
}
