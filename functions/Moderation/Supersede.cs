using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Publishing;

namespace VideoGate.Moderation;

/// <summary>Closes the case of an upload that was not taken in, or whose video is lost before it was decided.</summary>
public sealed class Supersede(CaseIntegrity integrity, MissingVideo missing, CaseClosing closing)
{
    [Function(nameof(Supersede))]
    public async Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var held = await integrity.ReadAsync(caseId, cancellationToken);
        var stored = held.Stored;
        if (held.Break is not null || stored.Case.ClosedAt is not null)
        {
            return stored.Case.State;
        }

        var gone = await missing.StateAsync(stored.Case, cancellationToken);
        return await closing.CloseAsync(stored, gone, location: null, cancellationToken);
    }
}
