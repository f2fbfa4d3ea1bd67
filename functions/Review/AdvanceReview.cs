using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Serverless.Audit;
using Serverless.Cases;
using Serverless.Policies;

namespace Serverless.Review;

/// <summary>Where a review stands: decided, or when to look again.</summary>
public sealed record ReviewStep(ReviewVerdict? Verdict, DateTimeOffset LookAgainAt);

/// <summary>Reads from storage where a review stands, and does what its schedule asks for at this time.</summary>
public sealed partial class AdvanceReview(
    CaseStore cases, AuditLog audit, ReviewIndex reviews, PinnedPolicies policies, TimeProvider time, ILogger<AdvanceReview> logger)
{
    [Function(nameof(AdvanceReview))]
    public async Task<ReviewStep> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await cases.RequireAsync(caseId, cancellationToken);
            var review = stored.Case.Review ?? throw new InvalidOperationException($"Case {caseId} is not under review.");
            var policy = await policies.GetAsync(stored.Case.Policy, cancellationToken);
            var now = time.GetUtcNow();
            var next = ReviewSchedule.Advance(review, policy.Review, now);
            if (next == review || await TryWriteAsync(stored, next, cancellationToken))
            {
                await audit.AppendAsync(caseId, stored.Case.AuditHead, ReviewAudit.EventsOf(next), cancellationToken);
                return new ReviewStep(next.Decision?.Verdict, ReviewSchedule.LookAgainAt(next, policy.Review, now));
            }
        }
    }

    /// <returns>False when somebody else changed the case first, which a moderator's decision may do at any time.</returns>
    private async Task<bool> TryWriteAsync(StoredCase stored, Cases.Review next, CancellationToken cancellationToken)
    {
        var changed = stored.Case with { Review = next };
        if (await cases.ReplaceAsync(stored, changed, cancellationToken) is null)
        {
            return false;
        }

        Log.Advanced(logger, stored.Case.CaseId, next.State);
        if (next.Decision is null)
        {
            await reviews.AddAsync(changed, cancellationToken);
        }

        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(6101, LogLevel.Warning, "Case {CaseId}: nobody has decided yet, the review is {State}.")]
        public static partial void Advanced(ILogger logger, string caseId, ReviewState state);
    }
}
