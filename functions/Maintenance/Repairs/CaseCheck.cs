using VideoGate.Cases;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Holds one case against everything that must agree with it.</summary>
public sealed class CaseCheck(IEnumerable<ICaseRepair> repairs)
{
    private readonly ICaseRepair[] _repairs = [.. repairs];

    /// <param name="urgentOnly">Whether only <see cref="ICaseRepair.IsUrgent"/> ones are tried.</param>
    public async Task RunAsync(StoredCase stored, bool urgentOnly, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(run);
        if (!run.IsSettled(stored.WrittenAt))
        {
            return;
        }

        foreach (var repair in _repairs.Where(repair => repair.IsUrgent || !urgentOnly))
        {
            if (await run.TryAsync(repair.Kind, stored.Case.CaseId, () => repair.RepairAsync(stored, run, cancellationToken),
                cancellationToken) && repair.ChangesCase)
            {
                // What was read is out of date; the next run sees to the rest.
                return;
            }
        }
    }
}
