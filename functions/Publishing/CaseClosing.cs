using AiLabels.Reports;
using Microsoft.Extensions.Logging;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Cases.Uploads;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Records the final state of a case and removes it from the review queue.</summary>
public sealed partial class CaseClosing(
    CaseJournal journal, ReviewQueueStore reviews, UploaderUsage usage, CaseMetrics metrics, TimeProvider time,
    ILogger<CaseClosing> logger)
{
    /// <returns>The current state of the case.</returns>
    public async Task<CaseState> CloseAsync(StoredCase stored, CaseState state, BlobLocation? location, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Case.Review is not null)
        {
            await reviews.RemoveAsync(stored.Case, cancellationToken);
        }

        var end = End(stored.Case, state, location);
        var closed = stored.Case.Review is { Round: > 1 and var round } ? end with { Id = $"{end.Type}:{round}" } : end;
        var recorded = await journal.RecordAsync(stored, [closed], changed => Closed(changed, state, location), cancellationToken);
        if (recorded.Case.State is CaseState.Lost)
        {
            Log.Lost(logger, recorded.Case.CaseId, stored.Case.Location?.Container ?? "nowhere");
        }

        // Still open if the decision was revoked meanwhile.
        if (recorded.Case.ClosedAt is not null)
        {
            metrics.Ended(recorded.Case);
            await usage.CloseAsync(recorded.Case, cancellationToken);
        }

        return recorded.Case.State;
    }

    /// <summary>Gets whether the decision leads to <paramref name="state"/>: it may be undone while its effect is in progress.</summary>
    public static bool IsDue(ModerationCase moderated, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(moderated);
        return moderated.Review is not { } review
            || (state is CaseState.Superseded or CaseState.Lost
                ? review.Decision is not null || review.AwaitsReturn
                : review.Decision is { } decision && state == Outcome(decision.Verdict));
    }

    /// <summary>Gets whether the decision in effect leads to a container.</summary>
    public static bool IsDueAt(ModerationCase moderated, string container) =>
        (container == Containers.Published && IsDue(moderated, CaseState.Published))
        || (container == Containers.Rejected && IsDue(moderated, CaseState.Rejected));

    /// <summary>Gets the event of an end: a video that is somewhere has a place, one that was never taken in has a reason.</summary>
    private static AuditEvent End(ModerationCase closing, CaseState state, BlobLocation? location) => state switch
    {
        CaseState.Published => new(AuditEventTypes.Published.Name, Actors.System, At(location)),
        CaseState.Rejected => new(AuditEventTypes.Rejected.Name, Actors.System, At(location)),
        CaseState.Superseded => new(AuditEventTypes.Superseded.Name, Actors.System, new()
        {
            ["refusal"] = closing.Refusal is { } refusal ? CamelCase.Name(refusal) : "",
        }),
        CaseState.Lost => new(AuditEventTypes.Lost.Name, Actors.System, []),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not an end state of a case."),
    };

    private static Dictionary<string, string> At(BlobLocation? location) =>
        new() { ["location"] = location?.ToString() ?? "" };

    // Records the video's location even if the decision that moved it was undone; the video is then returned.
    private ModerationCase Closed(ModerationCase changed, CaseState state, BlobLocation? location) => IsDue(changed, state)
        ? changed with
        {
            State = state,
            Location = location,
            ClosedAt = time.GetUtcNow(),
            Takedown = Takedown.Removed(changed, time.GetUtcNow()),
            Review = changed.Review is { AwaitsReturn: true } review ? review with { AwaitsReturn = false } : changed.Review,
        }
        : changed with { Location = location, Review = changed.Review! with { AwaitsReturn = true } };

    private static CaseState Outcome(ReviewVerdict verdict) => verdict is ReviewVerdict.Reject ? CaseState.Rejected : CaseState.Published;

    private static partial class Log
    {
        [LoggerMessage(5003, LogLevel.Error,
            "Case {CaseId}: its video is gone from {Container}; the case is lost.")]
        public static partial void Lost(ILogger logger, string caseId, string container);
    }
}
