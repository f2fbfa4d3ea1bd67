using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/{caseId}/information-requests</c>: a moderator asks the uploader a question; the uploader does not learn who asks.
/// </summary>
public sealed class RequestInformation(ReviewCommandHandler handler)
{
    [Function(nameof(RequestInformation))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/information-requests")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => handler.HandleModeratorAsync(
            new ReviewCall(request, caseId, client),
            ReviewAction.RequestInformation,
            ReviewJson.Default.QuestionRequest,
            (current, command, body, _) => EscalationRules.RequestInformation(current, command, body.Question!),
            cancellationToken);
}
