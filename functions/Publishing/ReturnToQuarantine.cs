using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Returns a video to quarantine after its decision was undone or appealed.</summary>
public sealed class ReturnToQuarantine(CaseStore cases, BlobMover mover, LabelledCopyRollback labelled, CaseJournal journal)
{
    [Function(nameof(ReturnToQuarantine))]
    public async Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var stored = await cases.RequireAsync(caseId, cancellationToken);
        if (stored.Case.Review is not { AwaitsReturn: true } review)
        {
            return stored.Case.State;
        }

        await labelled.RunAsync(stored.Case, cancellationToken);
        var location = await mover.ReturnAsync(stored.Case, Containers.Quarantine, cancellationToken);
        var returned = new AuditEvent(AuditEventTypes.ReturnedToQuarantine.Name, Actors.System, new Dictionary<string, string>
        {
            ["location"] = location?.ToString() ?? "",
        })
        {
            Id = $"returned-to-quarantine:{review.Round}",
        };
        var recorded = await journal.RecordAsync(
            stored,
            [returned],
            changed => changed with
            {
                Location = location ?? changed.Location,
                Labelling = null,
                Review = changed.Review! with { AwaitsReturn = false }
            },
            cancellationToken);
        return recorded.Case.State;
    }
}
