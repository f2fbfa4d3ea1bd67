using VideoGate.Cases;

namespace VideoGate.Maintenance.Repairs;

/// <summary>A case missing from the index of its uploader's cases, or of cases with the same content.</summary>
public sealed class MissingRelations(RelatedCases related) : ICaseRepair
{
    public string Kind => "case-relations";

    public bool IsUrgent => false;

    public bool ChangesCase => false;

    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (await related.HasAsync(stored.Case, cancellationToken))
        {
            return null;
        }

        await related.AddAsync(stored.Case, cancellationToken);
        return "it was missing from the related cases";
    }
}
