using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Repairs;

/// <summary>A labelled copy left in the evidence of a closed case.</summary>
public sealed class StagedCopy(BlobStorage storage) : ICaseRepair
{
    public string Kind => "staged-copy";

    public bool IsUrgent => false;

    public bool ChangesCase => false;

    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(run);
        var place = LabelledCopyWriter.Place(stored.Case.CaseId);
        if (stored.Case is not { ClosedAt: not null, Labelling: not null }
            || await storage.FindAsync(place, cancellationToken) is not { } copy
            || !run.IsSettled(copy.LastModified))
        {
            return null;
        }

        // A copy ordered by a concurrent appeal has another ETag and is kept.
        await storage.Blob(place).DeleteIfExistsAsync(conditions: new() { IfMatch = copy.ETag }, cancellationToken: cancellationToken);
        return $"{place} was removed, because the case is closed";
    }
}
