using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>Moves a video to its final location and closes its case.</summary>
public sealed class FinalMove(CaseStore cases, BlobMover mover, CaseClosing closing)
{
    public async Task<CaseState> RunAsync(string caseId, string container, CaseState state, CancellationToken cancellationToken)
    {
        var stored = await cases.RequireAsync(caseId, cancellationToken);
        if (stored.Case.ClosedAt is not null || !CaseClosing.IsDue(stored.Case, state))
        {
            return stored.Case.State;
        }

        var location = await mover.MoveAsync(stored.Case, container, cancellationToken);
        return await closing.CloseAsync(stored, location is null ? CaseState.Superseded : state, location, cancellationToken);
    }
}
