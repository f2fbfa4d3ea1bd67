using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Serverless.Access;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary><c>POST /api/cases/{caseId}/information</c>: the uploader answers what a moderator asked about a video of theirs.</summary>
public sealed class AnswerInformation(ReviewDesk desk, TimeProvider time)
{
    [Function(nameof(AnswerInformation))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/information")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.AnswerRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var command = new ReviewCommand(ReviewAction.Answer, caller.Subject, time.GetUtcNow());
        var outcome = await desk.ChangeAsync(caseId, (current, _) => UploaderRules.Answer(current, command, body.Answer!), client, cancellationToken);
        return outcome.Answer(request, review => Results.Json(ReviewView.Of(review, caller with { IsStaff = false }), ReviewJson.Default.ReviewView));
    }
}
