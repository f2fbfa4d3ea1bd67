using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Cases.Uploads;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Erasures;

/// <summary>
/// <c>DELETE /api/uploaders/{uploaderRef}</c>: a senior moderator orders the erasure of an uploader's personal data. Nothing is erased
/// before another one confirms. While an order is open, repeating the request returns it.
/// </summary>
public sealed class OrderErasure(
    UploaderStore uploaders, ErasureStore orders, ErasureGuard guard, IOptions<ErasureOptions> options, TimeProvider time)
{
    [Function(nameof(OrderErasure))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/uploaders/{uploaderRef}")] HttpRequest request,
        string uploaderRef,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        while (await uploaders.GetAsync(uploaderRef, cancellationToken) is { } record)
        {
            var now = time.GetUtcNow();
            if (await orders.GetAsync(record.Value.ErasureId, cancellationToken) is { Value: var open } && open.IsOpenAt(now))
            {
                return Accepted(request, open, now);
            }

            if ((await guard.FindAsync(uploaderRef, cancellationToken)).ToProblem() is { } blocked)
            {
                return blocked;
            }

            if (await TryOrderAsync(uploaderRef, record, Caller.Of(request), now, cancellationToken) is { } order)
            {
                return Accepted(request, order, now);
            }
        }

        return Problems.NotFound.Because("There is no such uploader, or their data were erased.");
    }

    /// <returns>The order, or null after a concurrent change of the uploader.</returns>
    private async Task<ErasureOrder?> TryOrderAsync(
        string reference, Stored<UploaderRecord> record, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var order = new ErasureOrder
        {
            ErasureId = ErasureStore.NewId(),
            State = ErasureState.AwaitingConfirmation,
            Uploader = reference,
            OrderedBy = caller.Subject,
            OrderedAt = now,
            ExpiresAt = now + options.Value.OrderLifetime,
        };
        await orders.CreateAsync(order, cancellationToken);
        if (await uploaders.ReplaceAsync(
            reference, record.ETag, record.Value with { ErasureId = order.ErasureId }, cancellationToken))
        {
            return order;
        }

        await orders.RemoveAsync(order.ErasureId, cancellationToken);
        return null;
    }

    private static IResult Accepted(HttpRequest request, ErasureOrder order, DateTimeOffset now)
    {
        request.HttpContext.Response.Headers.Location = $"/api/erasures/{order.ErasureId}";
        return Results.Json(ErasureView.Of(order, now), ErasureJson.Default.ErasureView, statusCode: StatusCodes.Status202Accepted);
    }
}
