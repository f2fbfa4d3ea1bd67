using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Moves a quarantined video to the rejected videos. Deletes nothing: retention is a rule of the storage account.</summary>
public sealed class Reject(FinalMove move)
{
    [Function(nameof(Reject))]
    public Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        move.RunAsync(caseId, Containers.Rejected, CaseState.Rejected, cancellationToken);
}
