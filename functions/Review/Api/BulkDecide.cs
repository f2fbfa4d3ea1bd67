using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.Publishing;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Review.Api;

/// <summary>
/// <c>POST /api/reviews/bulk-decisions</c>: applies one decision to several cases. Each succeeds or fails independently, exactly like a
/// single decision.
/// </summary>
public sealed class BulkDecide(ReviewCommandHandler handler, IOptions<LabellingOptions> labelling, StorageClock clock)
{
    private const int Parallelism = 8;

    [Function(nameof(BulkDecide))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/bulk-decisions")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var (key, problem) = DecisionHeaders.ReadKey(request);
        if (key is null)
        {
            return problem!;
        }

        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.BulkRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var results = new BulkResult[body.Items!.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(body.Items.Index(), options, async (item, cancellation) =>
            results[item.Index] = await DecideAsync(body, item.Item, key, caller, client, cancellation));
        return Results.Json(new BulkResults(results), ReviewJson.Default.BulkResults);
    }

    private async Task<BulkResult> DecideAsync(
        BulkRequest body, BulkItem item, string key, Caller caller, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var caseId = item.CaseId ?? "";
        var headers = new DecisionHeaders(item.Version!.Value, key);
        var command = headers.Command(ReviewAction.Decide, caller, clock.Earliest()) with { HasCode = labelling.Value.HasCode };
        if (body.DryRun)
        {
            var transition = await handler.PreviewAsync(
                caseId, (current, policy) => body.ToDecision().Judge(current, command, headers, policy), cancellationToken);
            return Foreseen(caseId, transition);
        }

        var outcome = await handler.ExecuteAsync(
            caseId, (current, policy) => body.ToDecision().Judge(current, command, headers, policy), client, cancellationToken);
        return outcome.Stored is not { Case.Review: { } review } ? Refused(caseId, outcome.Refusal!)
            : new(caseId,
                review.Held is { } held && held.IdempotencyKey == key && held.DecidedBy == caller.Subject
                    ? BulkOutcome.Held
                    : BulkOutcome.Decided);
    }

    private static BulkResult Foreseen(string caseId, TransitionResult transition) => transition switch
    {
        TransitionResult.Rejected refused => Refused(caseId, refused.Problem),
        TransitionResult.Applied { Next.Review.Held: not null } => new(caseId, BulkOutcome.WouldHold),
        _ => new(caseId, BulkOutcome.WouldDecide),
    };

    private static BulkResult Refused(string caseId, ProblemResult problem) => new(
        caseId,
        BulkOutcome.Refused,
        problem.ToJson($"/api/reviews/{Uri.EscapeDataString(caseId)}", Activity.Current?.TraceId.ToString() ?? ""));
}
