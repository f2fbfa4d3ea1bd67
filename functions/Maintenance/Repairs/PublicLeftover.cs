using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Repairs;

/// <summary>A video still in public storage although its case was reopened or rejected.</summary>
public sealed class PublicLeftover(LeftoverVideo leftover) : ICaseRepair
{
    public string Kind => LeftoverVideo.Kind;

    public bool IsUrgent => true;

    public bool ChangesCase => true;

    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (VideoPlaces.Due(stored.Case) is not (Containers.Quarantine or Containers.Rejected))
        {
            return null;
        }

        foreach (var place in VideoPlaces.Published(stored.Case))
        {
            if (await leftover.RepairAsync(stored, place, run, cancellationToken) is { } done)
            {
                return done;
            }
        }

        return null;
    }
}
