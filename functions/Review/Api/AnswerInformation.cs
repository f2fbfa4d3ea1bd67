using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary><c>POST /api/cases/{caseId}/information</c>: the uploader answers a moderator's question.</summary>
public sealed class AnswerInformation(ReviewCommandHandler handler)
{
    [Function(nameof(AnswerInformation))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/information")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var outcome = await handler.HandleUploaderAsync(
            new ReviewCall(request, caseId, client),
            ReviewAction.Answer,
            ReviewJson.Default.AnswerRequest,
            (current, command, body, _) => UploaderRules.Answer(current, command, body.Answer!),
            cancellationToken);
        return outcome.AnswerUploader(request, StatusCodes.Status200OK);
    }
}
