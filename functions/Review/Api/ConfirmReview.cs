using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/{caseId}/confirmations</c>: a second person confirms a held decision, which then takes effect, or disagrees.
/// </summary>
public sealed class ConfirmReview(ReviewCommandHandler handler)
{
    [Function(nameof(ConfirmReview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/confirmations")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => handler.HandleModeratorAsync(
            new ReviewCall(request, caseId, client),
            ReviewAction.Confirm,
            ReviewJson.Default.ConfirmationRequest,
            (current, command, body, policy) => ConfirmationRules.Judge(current, command, body.Agree is true, body.Note, policy),
            cancellationToken);
}
