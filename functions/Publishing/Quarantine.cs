using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Policies;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Leaves a video in quarantine, where it was taken in, and adds its case to the review queue. A video of an import stays published
/// meanwhile, unless the import quarantines.
/// </summary>
public sealed class Quarantine(
    BlobStorage storage, CaseIntegrity integrity, BlobMover mover, MissingVideo missing, CaseClosing closing, CaseJournal journal,
    ReviewQueueStore reviews, PolicyArchive policies, TimeProvider time)
{
    private const string LabelFailed = "label-failed";

    [Function(nameof(Quarantine))]
    public async Task<CaseState> RunAsync([ActivityTrigger] QuarantineInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var held = await integrity.ReadAsync(input.CaseId, cancellationToken);
        var stored = held.Stored;
        if (held.Break is not null)
        {
            return stored.Case.State;
        }

        if (stored.Case.State is CaseState.Inspecting)
        {
            var place = IsHeldInPlace(stored.Case) ? Containers.Published : Containers.Quarantine;
            var location = await mover.MoveAsync(stored.Case, place, cancellationToken);
            if (location is null)
            {
                var gone = await missing.StateAsync(stored.Case, cancellationToken);
                return await closing.CloseAsync(stored, gone, location: null, cancellationToken);
            }

            stored = await RecordAsync(stored, location, input.Problem, cancellationToken);
        }

        if (stored.Case is { State: CaseState.Quarantined } or { State: CaseState.Published, Review: { InPlace: true, Decision: null } })
        {
            await reviews.AddAsync(stored.Case, cancellationToken);
            await storage.Blob(LabelledCopyWriter.Place(input.CaseId)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }

        return stored.Case.State;
    }

    private async Task<StoredCase> RecordAsync(
        StoredCase stored, BlobLocation location, LabelProblem? problem, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(stored.Case.Policy, cancellationToken);
        var now = time.GetUtcNow();
        var inPlace = IsHeldInPlace(stored.Case);
        var review = new CaseReview
        {
            State = ReviewState.Open,
            OpenedAt = now,
            DueAt = now + policy.Review.ExpireAfter,
            InPlace = inPlace,
        };
        var withheld = problem is null ? stored.Case : Withheld(stored.Case, problem, now);
        return await journal.RecordAsync(
            stored,
            [inPlace ? HeldInPlace(withheld, problem) : Quarantined(withheld, location, problem)],
            changed => (problem is null ? changed : Withheld(changed, problem, now)) with
            {
                State = inPlace ? CaseState.Published : CaseState.Quarantined,
                Location = location,
                Review = review,
            },
            cancellationToken);
    }

    private static AuditEvent Quarantined(ModerationCase held, BlobLocation location, LabelProblem? problem) =>
        new(AuditEventTypes.Quarantined.Name, Actors.System, new()
        {
            ["location"] = location.ToString(),
            ["reason"] = held.QuarantineReason ?? "",
            ["code"] = problem?.Code ?? "",
            ["message"] = problem?.Message ?? "",
        });

    private static AuditEvent HeldInPlace(ModerationCase held, LabelProblem? problem) =>
        new(AuditEventTypes.HeldInPlace.Name, Actors.System, new()
        {
            ["reason"] = held.QuarantineReason ?? "",
            ["code"] = problem?.Code ?? "",
            ["message"] = problem?.Message ?? "",
        });

    private static bool IsHeldInPlace(ModerationCase held) => held.Import is { Quarantine: false };

    /// <summary>Names the reason that holds a video which the policies publish: its label.</summary>
    private static ModerationCase Withheld(ModerationCase changed, LabelProblem problem, DateTimeOffset now) => changed with
    {
        Withheld = problem.Code is LabelLoss.LabelLost or LabelLoss.ProvenanceStripped ? problem.Code : LabelFailed,
        Labelling = DueLabel.Of(changed) is { } due
            ? new() { OrderId = due.OrderId, Order = due.Order, At = now, Problem = problem }
            : changed.Labelling,
    };
}
