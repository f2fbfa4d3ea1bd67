using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Takedowns;

/// <summary>
/// <c>POST /api/cases/{caseId}/takedown/decisions</c>: carries a waiting order out, or withdraws it.
/// </summary>
public sealed class DecideTakedown(TakedownHandler handler, StorageClock clock)
{
    [Function(nameof(DecideTakedown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/takedown/decisions")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, TakedownJson.Default.TakedownDecision, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var (caller, now) = (Caller.Of(request), clock.Earliest());
        return await handler.HandleAsync(
            request, caseId, client, (current, policy) => TakedownRules.Decide(current, body, caller, now, policy),
            StatusCodes.Status200OK, cancellationToken);
    }
}
