using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/{caseId}/undo</c>: undoes a recent decision; the video returns to quarantine.
/// </summary>
public sealed class UndoReview(ReviewCommandHandler handler)
{
    [Function(nameof(UndoReview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/undo")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => handler.HandleModeratorAsync(
            new ReviewCall(request, caseId, client),
            ReviewAction.Undo,
            ReviewJson.Default.NoteRequest,
            (current, command, body, policy) => UndoRules.Undo(current, command, body.Note!, policy),
            cancellationToken);
}
