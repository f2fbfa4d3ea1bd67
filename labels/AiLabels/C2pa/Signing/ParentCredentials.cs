using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa.Signing;

/// <summary>The content credentials of the file that a copy was made from.</summary>
/// <param name="Store">All its manifests.</param>
/// <param name="Contributions">The active manifest first, then those reached through ingredients.</param>
internal sealed record ParentCredentials(ManifestStore Store, IReadOnlyList<Contribution> Contributions, CborBudget Budget)
{
    public Manifest Active => Contributions[0].Manifest;

    /// <summary>Gets every manifest as it is stored, so that hashes of it stay true (C2PA 2.2, section 18.15.12).</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Boxes =>
        Store.Manifests.Select(static manifest => (ReadOnlyMemory<byte>)JumbfBuilder.Box("jumb", manifest.Content));

    /// <returns>Null if there are none, or if it cannot be told what they say.</returns>
    public static ParentCredentials? Read(IReadOnlyList<ManifestStoreData> stores, LabelReaderOptions options)
    {
        if (stores is not ([{ Role: StoreRole.Whole }] or [{ Role: StoreRole.Original }, { Role: StoreRole.Update }]))
        {
            return null;
        }

        try
        {
            var budget = new CborBudget(options.MaxNesting, options.MaxBoxes);
            var store = ManifestStore.Read(stores, options);
            var active = Manifest.Read(store.Active, budget);
            return new(store, Provenance.Walk(store, active, budget, options.MaxManifests, static (_, _) => { }), budget);
        }
        catch (ManifestException)
        {
            return null;
        }
    }
}
