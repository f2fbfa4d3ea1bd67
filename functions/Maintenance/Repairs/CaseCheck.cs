using VideoGate.Cases;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Checks one case for every known inconsistency.</summary>
public sealed class CaseCheck(IEnumerable<ICaseRepair> repairs)
{
    private readonly ICaseRepair[] _repairs = [.. repairs];

    /// <param name="urgentOnly">Whether to run only repairs with <see cref="ICaseRepair.IsUrgent"/>.</param>
    public async Task RunAsync(StoredCase stored, bool urgentOnly, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(run);
        // A case that disagrees with its log is evidence; nothing is repaired until an operator has restored it.
        if (!run.IsSettled(stored.WrittenAt) || stored.Case.Broken is not null)
        {
            return;
        }

        foreach (var repair in _repairs.Where(repair => repair.IsUrgent || !urgentOnly))
        {
            if (await run.TryAsync(repair.Kind, stored.Case.CaseId, () => repair.RepairAsync(stored, run, cancellationToken),
                cancellationToken) && repair.ChangesCase)
            {
                // The case read above is out of date; the next run does the rest.
                return;
            }
        }
    }
}
