using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Steps;

/// <summary>Reads the review's state from storage and applies what its schedule has due.</summary>
public sealed partial class AdvanceReview(
    CaseStore cases, ReviewChanges changes, PolicyArchive policies, TimeProvider time, ILogger<AdvanceReview> logger)
{
    [Function(nameof(AdvanceReview))]
    public async Task<ReviewProgress> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var stored = await cases.RequireAsync(caseId, cancellationToken);
        _ = stored.Case.Review ?? throw new InvalidOperationException($"Case {caseId} is not under review.");
        var policy = (await policies.GetAsync(stored.Case.Policy, cancellationToken)).Review;
        var now = time.GetUtcNow();
        while (true)
        {
            // Several actions may have become due since the last check.
            var before = stored.Case.Review!.Changes;
            stored = (await changes.ApplyAsync(stored, current => ReviewSchedule.Advance(current, policy, now), cancellationToken)).Stored!;
            if (stored.Case.Review!.Changes == before)
            {
                await changes.FinishAsync(stored, cancellationToken);
                return Step(stored.Case.Review, policy, now);
            }

            Log.Advanced(logger, caseId, stored.Case.Unlogged[^1].Type, stored.Case.Review.State);
        }
    }

    private static ReviewProgress Step(CaseReview review, ReviewPolicy policy, DateTimeOffset now) => review switch
    {
        { AwaitsReturn: true } => new(null, now, AwaitsReturn: true),
        { Decision: { } decision } when ReviewSchedule.RevocableUntil(decision, now) is { } until =>
            new(decision.Verdict, until, Revocable: true),
        { Decision: { } decision } => new(decision.Verdict, now),
        _ => new(null, ReviewSchedule.LookAgainAt(review, policy, now)),
    };

    private static partial class Log
    {
        [LoggerMessage(6101, LogLevel.Information, "Case {CaseId}: time has changed the review, {Change}; it is {State}.")]
        public static partial void Advanced(ILogger logger, string caseId, string change, ReviewState state);
    }
}
