using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Policies;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Leaves a video in quarantine, where it was taken in, and adds its case to the review queue.</summary>
public sealed class Quarantine(
    CaseIntegrity integrity, BlobMover mover, MissingVideo missing, CaseClosing closing, CaseJournal journal, ReviewQueueStore reviews,
    PolicyArchive policies, TimeProvider time)
{
    [Function(nameof(Quarantine))]
    public async Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var held = await integrity.ReadAsync(caseId, cancellationToken);
        var stored = held.Stored;
        if (held.Break is not null)
        {
            return stored.Case.State;
        }

        if (stored.Case.State is CaseState.Inspecting)
        {
            var location = await mover.MoveAsync(stored.Case, Containers.Quarantine, cancellationToken);
            if (location is null)
            {
                var gone = await missing.StateAsync(stored.Case, cancellationToken);
                return await closing.CloseAsync(stored, gone, location: null, cancellationToken);
            }

            stored = await RecordAsync(stored, location, cancellationToken);
        }

        if (stored.Case.State is CaseState.Quarantined)
        {
            await reviews.AddAsync(stored.Case, cancellationToken);
        }

        return stored.Case.State;
    }

    private async Task<StoredCase> RecordAsync(StoredCase stored, BlobLocation location, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(stored.Case.Policy, cancellationToken);
        var now = time.GetUtcNow();
        var review = new CaseReview { State = ReviewState.Open, OpenedAt = now, DueAt = now + policy.Review.ExpireAfter };
        var quarantined = new AuditEvent(AuditEventTypes.Quarantined.Name, Actors.System, new Dictionary<string, string>
        {
            ["location"] = location.ToString(),
            ["reason"] = stored.Case.Decision?.Reason ?? "",
        });
        return await journal.RecordAsync(
            stored,
            [quarantined],
            changed => changed with { State = CaseState.Quarantined, Location = location, Review = review },
            cancellationToken);
    }
}
