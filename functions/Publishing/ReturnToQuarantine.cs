using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Returns a video to quarantine after its decision was undone or appealed, or after an order to take it down.</summary>
public sealed class ReturnToQuarantine(
    CaseIntegrity integrity, CaseStore cases, BlobMover mover, MissingVideo missing, LabelledCopyRollback labelled, CaseJournal journal,
    CaseClosing closing, TimeProvider time)
{
    [Function(nameof(ReturnToQuarantine))]
    public async Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var held = await integrity.ReadAsync(caseId, cancellationToken);
        return held.Break is null && held.Stored.Case.Review is { AwaitsReturn: true }
            ? await ReturnAsync(held.Stored, cancellationToken)
            : held.Stored.Case.State;
    }

    /// <summary>Returns a video that a step moved to <paramref name="location"/> while its decision was being revoked.</summary>
    /// <returns>The state of the case.</returns>
    internal async Task<CaseState> FromAsync(string caseId, BlobLocation location, CancellationToken cancellationToken)
    {
        var stored = await cases.RequireAsync(caseId, cancellationToken);
        return CaseClosing.IsDueAt(stored.Case, location.Container)
            ? stored.Case.State
            : await ReturnAsync(stored, cancellationToken);
    }

    private async Task<CaseState> ReturnAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        await labelled.RunAsync(stored.Case, cancellationToken);
        var location = await mover.ReturnAsync(stored.Case, Containers.Quarantine, cancellationToken);
        if (location is null)
        {
            return await closing.CloseAsync(stored, await missing.StateAsync(stored.Case, cancellationToken), null, cancellationToken);
        }

        var round = stored.Case.Review!.Round;
        var type = Takedown.IsInForce(stored.Case) ? AuditEventTypes.TakenDown.Name : AuditEventTypes.ReturnedToQuarantine.Name;
        var returned = new AuditEvent(type, Actors.System, new Dictionary<string, string> { ["location"] = location.ToString() })
        {
            Id = $"{type}:{round}",
        };
        var recorded = await journal.RecordAsync(
            stored, [returned], changed => changed.Review?.Round == round ? Returned(changed, location) : changed, cancellationToken);
        return recorded.Case.State;
    }

    private ModerationCase Returned(ModerationCase changed, BlobLocation location) => changed with
    {
        Location = location,
        Labelling = null,
        Takedown = Takedown.Removed(changed, time.GetUtcNow()),
        Review = changed.Review! with { AwaitsReturn = false },
    };
}
