using AiLabels.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Erasures;

/// <summary>
/// <c>POST /api/erasures/{erasureId}/confirmations</c>: a second senior moderator confirms an order, which is then carried out, or refuses
/// it.
/// </summary>
public sealed class ConfirmErasure(ErasureStore orders, ErasureGuard guard, UploaderEraser eraser, TimeProvider time)
{
    [Function(nameof(ConfirmErasure))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures/{erasureId}/confirmations")] HttpRequest request,
        string erasureId,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ErasureJson.Default.ErasureConfirmation, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var (caller, agree) = (Caller.Of(request).Subject, body.Agree is true);
        while (await orders.GetAsync(erasureId, cancellationToken) is { } stored)
        {
            var now = time.GetUtcNow();
            if (Refuse(stored.Value, caller, agree, now) is { } refusal)
            {
                return refusal;
            }

            if (!stored.Value.IsAwaitedAt(now))
            {
                // A retry of this confirmation.
                return Answer(stored.Value, now);
            }

            if (agree && (await guard.FindAsync(stored.Value.Uploader!, cancellationToken)).ToProblem() is { } blocked)
            {
                return blocked;
            }

            if (await DecideAsync(stored, caller, agree, now, cancellationToken) is { } decided)
            {
                return Answer(decided, now);
            }
        }

        return Problems.NotFound.Because("There is no such order.");
    }

    private static ProblemResult? Refuse(ErasureOrder order, string caller, bool agree, DateTimeOffset now) => order switch
    {
        _ when order.OrderedBy == caller => Problems.SecondPersonRequired.Because("You ordered the erasure: somebody else confirms it."),
        _ when order.IsAwaitedAt(now) => null,
        { State: ErasureState.Confirmed or ErasureState.Completed } when order.ConfirmedBy == caller && agree => null,
        { State: ErasureState.Refused } when order.ConfirmedBy == caller && !agree => null,
        _ => Problems.ErasureEnded.Because("The order is confirmed, refused or expired.")
            .With("state", CamelCase.Name(ErasureView.Of(order, now).State)),
    };

    /// <returns>The order, or null after a concurrent change.</returns>
    private async Task<ErasureOrder?> DecideAsync(
        Stored<ErasureOrder> stored, string caller, bool agree, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decided = stored.Value with { ConfirmedBy = caller, ConfirmedAt = now };
        if (await orders.ReplaceAsync(
            stored.ETag, agree ? decided with { State = ErasureState.Confirmed } : decided with { State = ErasureState.Refused },
            cancellationToken) is not { } written)
        {
            return null;
        }

        if (!agree)
        {
            await eraser.EndAsync(written, ErasureState.Refused, CancellationToken.None);
        }

        return written.Value;
    }

    private static IResult Answer(ErasureOrder order, DateTimeOffset now) =>
        Results.Json(ErasureView.Of(order, now), ErasureJson.Default.ErasureView);
}
