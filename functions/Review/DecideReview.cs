using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Serverless.Access;
using Serverless.Cases;
using Serverless.Policies;
using Serverless.Publishing.Labelling;

namespace Serverless.Review;

/// <summary><c>POST /api/reviews/{caseId}/decisions</c>: a moderator approves or rejects. The decision is stored first; everything else follows from it.</summary>
public sealed partial class DecideReview(
    CaseStore cases, PinnedPolicies policies, LabelAdvice labels, AuditLog audit, TimeProvider time, ILogger<DecideReview> logger)
{
    [Function(nameof(DecideReview))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/{caseId}/decisions")] HttpRequest request,
        string caseId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var (headers, problem) = DecisionHeaders.Read(request);
        if (headers is null)
        {
            return problem!;
        }

        var body = await JsonBody.ReadAsync(request, ReviewJson.Default.DecisionRequest, cancellationToken);
        if (await cases.GetAsync(caseId, cancellationToken) is not { } current)
        {
            return Problems.NotFound.Because("There is no such case.");
        }

        var policy = await policies.GetAsync(current.Case.Policy, cancellationToken);
        if (body.Validate(policy.Review) is { } invalid)
        {
            return invalid;
        }

        if (body.Label is { } order && (await labels.ForAsync(current.Case, cancellationToken)).RefusalOf(order) is { } impossible)
        {
            return impossible;
        }

        var (decided, refusal) = await RecordAsync(current, headers.IfMatch, body.By(caller, headers, time.GetUtcNow()), cancellationToken);
        if (decided is not { Case.Review: { Decision: { } decision } review })
        {
            return refusal!;
        }

        // The decision stands: what follows does not depend on whether the caller still listens.
        await audit.AppendAsync(caseId, decided.Case.AuditHead, ReviewAudit.EventsOf(review), CancellationToken.None);
        await WakeAsync(client, caseId);
        return Results.Json(ReviewDecisionView.Of(decision, caller), ReviewJson.Default.ReviewDecisionView);
    }

    /// <remarks>Whoever loses a race is judged again, by what the winner left. That ends it: the ETag is another one by then.</remarks>
    private async Task<(StoredCase? Decided, ProblemResult? Refusal)> RecordAsync(
        StoredCase current, Azure.ETag ifMatch, ReviewDecision decision, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (ReviewRules.Judge(current, ifMatch, decision))
            {
                case Ruling.Refused refused:
                    return (null, refused.Problem);
                case Ruling.Repeated:
                    return (current, null);
                case Ruling.Accepted accepted when await cases.ReplaceAsync(current, accepted.Next, cancellationToken) is { } stored:
                    return (stored, null);
                default:
                    current = await cases.RequireAsync(current.Case.CaseId, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Spares the orchestration the wait for its next timer, when it would read the decision anyway.</summary>
    private async Task WakeAsync(DurableTaskClient client, string caseId)
    {
        try
        {
            await client.RaiseEventAsync(caseId, ReviewEvents.Decided, CancellationToken.None);
        }
#pragma warning disable CA1031 // Each backend has exceptions of its own, and none of them undoes the decision.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotWoken(logger, caseId, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Warning, "Case {CaseId}: the decision stands, but its orchestration was not woken up and will find it on its next timer.")]
        public static partial void NotWoken(ILogger logger, string caseId, Exception exception);
    }
}
