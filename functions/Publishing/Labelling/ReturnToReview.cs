using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Serverless.Audit;
using Serverless.Cases;
using Serverless.Policies;
using Serverless.Storage;

namespace Serverless.Publishing.Labelling;

/// <summary>A label that could not be given, and why.</summary>
public sealed record LabelFailure(string CaseId, LabelProblem Problem);

/// <summary>Gives a case back to its moderators when the label that they ordered cannot be given. The video stays in quarantine.</summary>
public sealed partial class ReturnToReview(
    BlobStorage storage, CaseStore cases, CaseJournal journal, ReviewIndex reviews, PinnedPolicies policies, TimeProvider time, ILogger<ReturnToReview> logger)
{
    [Function(nameof(ReturnToReview))]
    public async Task RunAsync([ActivityTrigger] LabelFailure input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var stored = await cases.RequireAsync(input.CaseId, cancellationToken);
        if (stored.Case is { ClosedAt: null, Review.Decision: { Label: { } order } decision })
        {
            Log.Returned(logger, input.CaseId, input.Problem.Code);
            await storage.Blob(LabelledCopy.Place(input.CaseId)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
            stored = await RecordAsync(stored, decision, order, input.Problem, cancellationToken);
        }

        if (stored.Case is { State: CaseState.Quarantined, Review.Decision: null })
        {
            await reviews.AddAsync(stored.Case, cancellationToken);
        }
    }

    private async Task<StoredCase> RecordAsync(StoredCase stored, ReviewDecision decision, LabelOrder order, LabelProblem problem, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(stored.Case.Policy, cancellationToken);
        var now = time.GetUtcNow();
        var id = LabelledCopy.OrderId(decision);
        var failed = new LabellingResult { OrderId = id, Order = order, At = now, Problem = problem };
        var returned = new AuditEvent("labelling-failed", "system", new() { ["code"] = problem.Code, ["message"] = problem.Message })
        {
            Id = $"labelling-failed-{id}",
        };
        await reviews.RemoveAsync(stored.Case, cancellationToken);
        return await journal.RecordAsync(
            stored,
            [returned],
            changed => changed.Review is { Decision: { } standing } review && LabelledCopy.OrderId(standing) == id
                ? changed with { Review = Reopened.From(review, policy.Review, now), Labelling = failed }
                : changed,
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Warning, "Case {CaseId}: the label that was ordered cannot be given, {Code}; its moderators decide again.")]
        public static partial void Returned(ILogger logger, string caseId, string code);
    }
}
