using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/{caseId}/undo</c>: takes a decision back soon after it was made; the video returns to quarantine.
/// </summary>
public sealed class UndoReview(ReviewCommandHandler desk)
{
    [Function(nameof(UndoReview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/undo")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => desk.HandleModeratorAsync(
            new ReviewCall(request, caseId, client),
            ReviewAction.Undo,
            ReviewJson.Default.NoteRequest,
            (current, command, body, policy) => UndoRules.Undo(current, command, body.Note!, policy),
            cancellationToken);
}
