using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary><c>POST /api/reviews/{caseId}/escalation</c>: a moderator escalates a review to a senior moderator.</summary>
public sealed class EscalateReview(ReviewCommandHandler handler)
{
    [Function(nameof(EscalateReview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/escalation")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => handler.HandleModeratorAsync(
            new ReviewCall(request, caseId, client),
            ReviewAction.Escalate,
            ReviewJson.Default.NoteRequest,
            (current, command, body, _) => EscalationRules.Escalate(current, command, body.Note!),
            cancellationToken);
}
