using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Reads and validates the content credentials of one file after its container has been read.</summary>
/// <param name="inspection">Holds the manifest store found by the container reader and receives the results.</param>
/// <param name="time">Gives the time at which credentials without a time-stamp must be valid.</param>
/// <param name="cancellation">Cancels the read; hashing the whole file has its own time limit.</param>
internal sealed class C2paReader(InspectionContext inspection, TimeProvider time, CancellationToken cancellation)
{
    private const int MaxStores = 4;

    private static readonly CredentialReport Unreadable =
        new() { Integrity = CredentialIntegrity.Unreadable, Signer = SignerTrust.Unverified };

    /// <remarks>
    /// Reads the whole file if its hash must be checked. If the read ends early, the inspection keeps what was found so far.
    /// </remarks>
    public async ValueTask ReadAsync()
    {
        var stores = inspection.ManifestStores.Where(static store => store.Role != StoreRole.Unknown).ToList();
        var hasUnknown = stores.Count < inspection.ManifestStores.Count;
        switch (stores)
        {
            case []:
                NoteRemoteManifest();
                NoteUnseenPlaces();
                break;
            case [{ Role: StoreRole.Whole }]:
            case [{ Role: StoreRole.Original }, { Role: StoreRole.Update }]:
                // Beside a box of unknown purpose that no hash covers, no credentials are sound.
                await ReadAsync(stores, isOnly: !hasUnknown);
                break;
            case [{ Role: not StoreRole.Whole } half]:
                await ReadHalfAsync(half);
                break;
            case [{ Role: StoreRole.Original } original, { Jumbf.IsEmpty: true }]:
                await ReadHalfAsync(original);
                break;
            case [_, var second, ..]:
                // Readers that disagree on which one counts would see different files (C2PA 2.2, section 15.5.2.1).
                inspection.Add(new Problem(
                    StatusCode.GeneralError, "The file contains more than one C2PA manifest store; which one applies is ambiguous.",
                    second.Source));
                if (stores.Count > MaxStores)
                {
                    inspection.Add(new Problem(
                        "limit.manifestStore", $"The file contains {stores.Count} C2PA manifest stores; {MaxStores} are read.",
                        stores[MaxStores].Source));
                }

                foreach (var store in stores.Take(MaxStores))
                {
                    await ReadAsync([store], isOnly: false);
                }

                break;
        }
    }

    /// <summary>
    /// Reads one store of a pair whose other was lost, as when the end of an updated file is truncated: what its signers last stated is
    /// unknown (C2PA 2.2, annex A.5.3).
    /// </summary>
    private async ValueTask ReadHalfAsync(ManifestStoreData half)
    {
        var lost = half.Role == StoreRole.Original
            ? "the updates at the end of the file are missing or truncated"
            : "the original that its updates belong to is missing";
        inspection.Add(new Problem(StatusCode.ManifestUpdateInvalid, $"The content credentials are broken: {lost}.", half.Source));
        await ReadAsync([half], isOnly: false);
    }

    private async ValueTask ReadAsync(IReadOnlyList<ManifestStoreData> parts, bool isOnly)
    {
        var options = inspection.Options;
        var source = parts[^1].Source;
        try
        {
            var budget = new CborBudget(options.MaxNesting, options.MaxBoxes);
            var store = ManifestStore.Read(parts, options);
            var content = new ContentCheck(inspection, new CredentialPlaces(source.Path), time, cancellation);
            var validator = new StoreValidator(inspection, store, content, new CredentialPlaces(source.Path), budget, time.GetUtcNow());
            await validator.ValidateAsync(Manifest.Read(store.Active, budget), isOnly);
        }
        catch (ManifestException e)
        {
            inspection.Credentials = Unreadable;
            inspection.Add(new Problem(e.Code, $"The content credentials cannot be read: {e.Message}.", source));
        }
    }

    /// <summary>Reports the places that were not read: they may still hold credentials.</summary>
    private void NoteUnseenPlaces()
    {
        if (inspection.HasEnded)
        {
            inspection.Credentials = Unreadable;
        }
    }

    private void NoteRemoteManifest()
    {
        if (inspection.Findings.FirstOrDefault(finding => finding.Kind == FindingKind.RemoteManifest) is { } remote)
        {
            inspection.Credentials = Unreadable;
            inspection.Add(new Problem(
                StatusCode.ManifestInaccessible, "The content credentials are not in the file but at a URL, which is not fetched.",
                remote.Source));
        }
    }
}
