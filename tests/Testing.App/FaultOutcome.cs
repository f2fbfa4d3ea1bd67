using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Testing.App;

/// <summary>What became of the uploads; each of them has to end once, in its one correct place.</summary>
/// <param name="Lost">Neither an upload nor a video in any container is left of it.</param>
/// <param name="Double">In two containers, decided or moved twice, or a log that does not hold.</param>
/// <param name="Wrong">Ended in another state than it should, or public without being published.</param>
/// <param name="Hung">Not ended after minutes.</param>
internal sealed record FaultOutcome(int Uploads, int Lost, int Double, int Wrong, int Hung)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public bool IsGood => (Lost, Double, Wrong, Hung) is (0, 0, 0, 0);

    public static async Task<FaultOutcome> OfAsync(RunningGate gate, IReadOnlyList<string> caseIds, bool isBlind)
    {
        var outcome = new FaultOutcome(caseIds.Count, 0, 0, 0, 0);
        var ended = new Dictionary<string, ModerationCase>(StringComparer.Ordinal);
        var (clock, began) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
        foreach (var caseId in caseIds)
        {
            var left = Patience - clock.GetElapsedTime(began);
            if (await EndAsync(gate, caseId, left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1)) is { } decided)
            {
                ended[caseId] = decided;
            }
            else
            {
                outcome = outcome with { Hung = outcome.Hung + 1 };
            }
        }

        var places = await PlacesAsync(gate);
        foreach (var (index, caseId) in caseIds.Index())
        {
            if (ended.TryGetValue(caseId, out var decided))
            {
                outcome = await outcome.WithAsync(gate, decided, places[caseId].ToList(), IsHeld(index, isBlind));
            }
        }

        return outcome;
    }

    private static bool IsHeld(int index, bool isBlind) => isBlind || Chaos.IsLabelled(index);

    private static async Task<ModerationCase?> EndAsync(RunningGate gate, string caseId, TimeSpan maxWait)
    {
        try
        {
            return await gate.UntilDecidedAsync(caseId, maxWait);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<FaultOutcome> WithAsync(RunningGate gate, ModerationCase decided, List<string> places, bool isHeld)
    {
        var log = await gate.Audit.ReadAsync(decided.CaseId, decided.AuditHead);
        var isOnce = log.IsValid && log.Entries.Count(entry => entry.Type == "decided") == 1
            && log.Entries.Count(entry => entry.Type is "published" or "quarantined") == 1;
        var (state, place) = isHeld ? (CaseState.Quarantined, Containers.Quarantine) : (CaseState.Published, Containers.Published);
        return this with
        {
            Lost = Lost + (places.Count == 0 ? 1 : 0),
            Double = Double + (places.Count > 1 || !isOnce ? 1 : 0),
            Wrong = Wrong + (decided.State != state || (places is [var only] && only != place) ? 1 : 0),
        };
    }

    /// <summary>The containers in which each case has a video.</summary>
    private static async Task<ILookup<string, string>> PlacesAsync(RunningGate gate)
    {
        var places = new List<(string CaseId, string Container)>();
        foreach (var container in (string[])[Containers.Published, Containers.Quarantine, Containers.Rejected])
        {
            var blobs = gate.Storage.Container(container).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, CancellationToken.None);
            await foreach (var blob in blobs)
            {
                places.Add((BlobCopier.OwnerOf(blob.Metadata) ?? "", container));
            }
        }

        return places.ToLookup(place => place.CaseId, place => place.Container);
    }
}
