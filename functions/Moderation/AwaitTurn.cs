using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Moderation;

/// <summary>Asks whether a case may be inspected, or must wait for earlier uploads of the same uploader.</summary>
public sealed class AwaitTurn(CaseStore cases, UploaderUsage usage)
{
    [Function(nameof(AwaitTurn))]
    public async Task<InspectionTurn> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        new(await usage.WaitAsync((await cases.RequireAsync(caseId, cancellationToken)).Case, cancellationToken));
}
