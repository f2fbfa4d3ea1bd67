using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Serverless.Access;
using Serverless.Cases;
using Serverless.Review;

namespace Serverless.Appeals;

/// <summary><c>POST /api/cases/{caseId}/appeals</c>: the uploader objects to a decision about a video of theirs, and somebody else decides again.</summary>
public sealed class AppealDecision(ReviewDesk desk, RoundStarter rounds, TimeProvider time)
{
    [Function(nameof(AppealDecision))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/appeals")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.AppealRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var command = new ReviewCommand(ReviewAction.Appeal, caller.Subject, time.GetUtcNow());
        var outcome = await desk.ChangeAsync(
            caseId, (current, policy) => UploaderRules.Appeal(current, command, body.Text!, policy), cancellationToken);
        if (outcome.Stored is { } appealed)
        {
            // Sent again, too: the first attempt may have ended between the appeal and this.
            await rounds.StartAsync(client, appealed.Case, CancellationToken.None);
        }

        return outcome.Answer(request, review => Results.Json(
            ReviewView.Of(review, caller with { IsStaff = false }), ReviewJson.Default.ReviewView, statusCode: StatusCodes.Status201Created));
    }
}
