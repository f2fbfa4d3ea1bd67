using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Serverless.Access;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary><c>POST /api/reviews/{caseId}/escalation</c>: a moderator leaves a review to somebody with more say.</summary>
public sealed class EscalateReview(ReviewDesk desk, TimeProvider time)
{
    [Function(nameof(EscalateReview))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/escalation")] HttpRequest request,
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

        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.NoteRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var command = headers.Command(ReviewAction.Escalate, caller, time.GetUtcNow(), RequestHash.Of(body, ReviewJson.Default.NoteRequest));
        var outcome = await desk.ChangeAsync(caseId, (current, _) => EscalationRules.Escalate(current, command, body.Note!), client, cancellationToken);
        return outcome.Answer(request, review => Results.Json(ReviewView.Of(review, caller), ReviewJson.Default.ReviewView));
    }
}
