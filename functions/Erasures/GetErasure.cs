using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.Erasures;

/// <summary>
/// <c>GET /api/erasures/{erasureId}</c>: an order, and the report of what was deleted, what pseudonymised, what is kept and why.
/// </summary>
public sealed class GetErasure(ErasureStore orders, TimeProvider time)
{
    [Function(nameof(GetErasure))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/erasures/{erasureId}")] HttpRequest request,
        string erasureId,
        CancellationToken cancellationToken) =>
        await orders.GetAsync(erasureId, cancellationToken) is { Value: var order }
            ? Results.Json(ErasureView.Of(order, time.GetUtcNow()), ErasureJson.Default.ErasureView)
            : Problems.NotFound.Because("There is no such order.");
}
