using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Moderation;

/// <summary>Asks whether a case may be inspected, or must wait for earlier uploads of the same uploader or its scan for malware.</summary>
public sealed class AwaitTurn(CaseStore cases, UploaderUsage usage, MalwareScan malware)
{
    [Function(nameof(AwaitTurn))]
    public async Task<InspectionTurn> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var waiting = (await cases.RequireAsync(caseId, cancellationToken)).Case;
        return new(await usage.WaitAsync(waiting, cancellationToken) ?? await malware.WaitAsync(waiting, cancellationToken));
    }
}
