using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Review.Rules;
using VideoGate.Review.Steps;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/cases/{caseId}/appeals</c>: the uploader appeals a decision, and a different person decides again.
/// </summary>
public sealed class AppealDecision(ReviewCommandHandler handler, RoundStarter rounds)
{
    [Function(nameof(AppealDecision))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/appeals")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var outcome = await handler.HandleUploaderAsync(
            new ReviewCall(request, caseId, Client: null),
            ReviewAction.Appeal,
            ReviewJson.Default.AppealRequest,
            (current, command, body, policy) => UploaderRules.Appeal(current, command, body.Text!, policy),
            cancellationToken);
        if (outcome.Stored is { } appealed)
        {
            // On a retry too: the first attempt may have ended between the appeal and this call.
            await rounds.StartAsync(client, appealed.Case, CancellationToken.None);
        }

        return outcome.AnswerUploader(request, StatusCodes.Status201Created);
    }
}
