using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Publishing;

/// <summary>Moves a video to its final location and closes its case.</summary>
public sealed class FinalMove(CaseStore cases, BlobMover mover, CaseClosing closing, UploaderUsage usage)
{
    public async Task<CaseState> RunAsync(string caseId, string container, CaseState state, CancellationToken cancellationToken)
    {
        var stored = await cases.RequireAsync(caseId, cancellationToken);
        if (stored.Case.ClosedAt is not null)
        {
            await usage.CloseAsync(stored.Case, cancellationToken);
            return stored.Case.State;
        }

        if (!CaseClosing.IsDue(stored.Case, state))
        {
            return stored.Case.State;
        }

        var location = await mover.MoveAsync(stored.Case, container, cancellationToken);
        return await closing.CloseAsync(stored, location is null ? CaseState.Superseded : state, location, cancellationToken);
    }
}
