using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Publishing;

namespace VideoGate.Moderation;

/// <summary>Closes the case of an upload that was not taken in, or whose video is gone.</summary>
public sealed class Supersede(CaseStore cases, CaseClosing closing)
{
    [Function(nameof(Supersede))]
    public async Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        await closing.CloseAsync(
            await cases.RequireAsync(caseId, cancellationToken), CaseState.Superseded, location: null, cancellationToken);
}
