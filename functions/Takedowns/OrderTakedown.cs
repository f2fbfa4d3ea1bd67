using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Takedowns;

/// <summary>
/// <c>POST /api/cases/{caseId}/takedown</c>: a moderator takes a published video down, or enters an order whose clock runs.
/// </summary>
public sealed class OrderTakedown(TakedownHandler handler, StorageClock clock)
{
    [Function(nameof(OrderTakedown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{caseId}/takedown")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, TakedownJson.Default.TakedownOrder, cancellationToken);
        var now = clock.Earliest();
        if (body.Validate(now) is { } invalid)
        {
            return invalid;
        }

        var caller = Caller.Of(request);
        return await handler.HandleAsync(
            request, caseId, client, (current, policy) => TakedownRules.Order(current, body, caller, now, policy),
            StatusCodes.Status201Created, cancellationToken);
    }
}
