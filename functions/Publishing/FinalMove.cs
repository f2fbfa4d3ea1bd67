using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Moves a video to its final location and closes its case.</summary>
public sealed class FinalMove(
    CaseStore cases, CaseIntegrity integrity, CaseJournal journal, BlobMover mover, MissingVideo missing, CaseClosing closing,
    ReturnToQuarantine back, UploaderUsage usage)
{
    /// <returns>The state of the case; its state before if the decision is revoked, or has no entry in the audit log.</returns>
    public async Task<CaseState> RunAsync(string caseId, string container, CaseState state, CancellationToken cancellationToken)
    {
        var held = await integrity.ReadAsync(caseId, cancellationToken);
        var stored = held.Stored;
        if (stored.Case.ClosedAt is not null)
        {
            await usage.CloseAsync(stored.Case, cancellationToken);
            return stored.Case.State;
        }

        if (held.Break is not null || !CaseClosing.IsDue(stored.Case, state))
        {
            return stored.Case.State;
        }

        // The decision's entry precedes its effect, even if the process that decided ended before it wrote the entry.
        await journal.CompleteAsync(held, cancellationToken);
        var location = await mover.MoveAsync(stored.Case, container, cancellationToken);
        if (location is null)
        {
            return await closing.CloseAsync(stored, await missing.StateAsync(stored.Case, cancellationToken), null, cancellationToken);
        }

        // Revoked while the video moved: only this attempt knows its location, and no later step may follow.
        return await IsRevokedAsync(caseId, state, cancellationToken)
            ? await back.FromAsync(caseId, location, cancellationToken)
            : await CloseAsync(stored, state, location, cancellationToken);
    }

    private async Task<CaseState> CloseAsync(StoredCase stored, CaseState state, BlobLocation location, CancellationToken cancellationToken)
    {
        var closed = await closing.CloseAsync(stored, state, location, cancellationToken);
        return closed == state ? closed : await back.FromAsync(stored.Case.CaseId, location, cancellationToken);
    }

    private async Task<bool> IsRevokedAsync(string caseId, CaseState state, CancellationToken cancellationToken) =>
        !CaseClosing.IsDue((await cases.RequireAsync(caseId, cancellationToken)).Case, state);
}
