using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Review.Steps;

/// <summary>Reads the review's state from storage and applies what is due by its schedule.</summary>
public sealed partial class AdvanceReview(
    CaseStore cases, CaseJournal journal, ReviewChanges changes, ExpiryLimit expiries, PolicyArchive policies, StorageClock clock,
    TimeProvider time, ILogger<AdvanceReview> logger)
{
    /// <summary>Pause before a case that disagrees with its audit log is compared again.</summary>
    private static readonly TimeSpan BrokenLook = TimeSpan.FromHours(1);

    /// <summary>Pause before a schedule held back by a clock difference is applied again.</summary>
    private static readonly TimeSpan ClockLook = TimeSpan.FromMinutes(5);

    [Function(nameof(AdvanceReview))]
    public async Task<ReviewProgress> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var stored = await cases.RequireAsync(caseId, cancellationToken);
        _ = stored.Case.Review ?? throw new InvalidOperationException($"Case {caseId} is not under review.");
        var policy = (await policies.GetAsync(stored.Case.Policy, cancellationToken)).Review;
        var now = clock.Earliest();
        var permit = await AskAsync(stored.Case, policy, now, cancellationToken);
        var held = permit.HeldUntil;
        if (permit.Release is { } release && !await TryRecordAsync(stored, release, cancellationToken))
        {
            return new(null, time.GetUtcNow() + BrokenLook);
        }

        while (true)
        {
            // Several actions may have become due since the last check.
            var before = stored.Case.Review!.Changes;
            var result = await changes.ApplyAsync(stored, current => Advance(current, policy, now, held), cancellationToken);
            if (result.Stored is null)
            {
                // The case and its log disagree: waits for an operator; decides and moves nothing.
                return new(null, time.GetUtcNow() + BrokenLook);
            }

            stored = result.Stored;
            if (stored.Case.Review!.Changes == before)
            {
                await changes.FinishAsync(stored, cancellationToken);
                return Later(Step(stored.Case.Review, policy, now), held);
            }

            Log.Advanced(logger, caseId, stored.Case.Unlogged[^1].Type, stored.Case.Review.State);
        }
    }

    private async Task<ExpiryPermit> AskAsync(
        ModerationCase reviewed, ReviewPolicy policy, DateTimeOffset now, CancellationToken cancellationToken) =>
        clock.Disagrees ? new(time.GetUtcNow() + ClockLook)
        : ReviewSchedule.IsExpired(reviewed.Review!, policy, now) ? await expiries.AskAsync(reviewed.CaseId, now, cancellationToken)
        : new(HeldUntil: null);

    /// <summary>Records who released the review from the limit, before it expires.</summary>
    /// <returns>False if the case and its log disagree.</returns>
    private async Task<bool> TryRecordAsync(StoredCase stored, ExpiryRelease release, CancellationToken cancellationToken)
    {
        var released = new AuditEvent(AuditEventTypes.ExpiryReleased.Name, release.ReleasedBy, new() { ["until"] = $"{release.Until:O}" })
        {
            Id = $"{AuditEventTypes.ExpiryReleased.Name}:{stored.Case.Review!.Round}",
        };
        try
        {
            await journal.RecordAsync(stored, [released], unchanged => unchanged, cancellationToken);
            return true;
        }
        catch (CaseBrokenException)
        {
            return false;
        }
    }

    private TransitionResult Advance(StoredCase current, ReviewPolicy policy, DateTimeOffset now, DateTimeOffset? held) =>
        clock.Disagrees
            ? new TransitionResult.Unchanged()
            : ReviewSchedule.Advance(current, policy, now, mayExpire: held is null);

    // A time already past by the clock that wakes the orchestration would wake it immediately, again and again.
    private static ReviewProgress Later(ReviewProgress progress, DateTimeOffset? held) =>
        held is { } until && progress is { AwaitsReturn: false } and not { Verdict: not null, Revocable: false }
            ? progress with { LookAgainAt = until }
            : progress;

    private static ReviewProgress Step(CaseReview review, ReviewPolicy policy, DateTimeOffset now) => review switch
    {
        { AwaitsReturn: true } => new(null, now, AwaitsReturn: true),
        { Decision: { } decision } when ReviewSchedule.RevocableUntil(decision, now) is { } until =>
            new(Effect(decision), until, Revocable: true),
        { Decision: { } decision } => new(Effect(decision), now),
        _ => new(null, ReviewSchedule.LookAgainAt(review, policy, now)),
    };

    /// <summary>Gets the verdict to carry out: an approval that the laws add a label to is one with a label.</summary>
    private static ReviewVerdict Effect(ReviewDecision decision) =>
        decision.Label is null ? decision.Verdict : ReviewVerdict.ApproveWithLabel;

    private static partial class Log
    {
        [LoggerMessage(6101, LogLevel.Information, "Case {CaseId}: a deadline changed the review, {Change}; it is {State}.")]
        public static partial void Advanced(ILogger logger, string caseId, string change, ReviewState state);
    }
}
