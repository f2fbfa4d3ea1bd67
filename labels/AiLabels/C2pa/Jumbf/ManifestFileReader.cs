using AiLabels.Containers;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa.Jumbf;

/// <summary>Reads a C2PA manifest store in a separate file (C2PA 2.2, section 11.4): the JUMBF boxes and nothing else.</summary>
internal sealed class ManifestFileReader(InspectionContext inspection) : IContainerReader
{
    public ContainerFacts Facts { get; } = new() { Format = ContainerFormat.C2pa };

    public async ValueTask ReadAsync()
    {
        var whole = new Source("jumb", 0, inspection.Bytes.Length);
        inspection.Add(new Problem(
            "container.manifestOnly", "The file is a C2PA manifest store without the video that it describes.", whole));
        inspection.Add(await inspection.ReadManifestStoreAsync(0, inspection.Bytes.Length, whole) is { } store
            ? new ManifestStoreData(store, whole)
            : ManifestStoreData.Unreadable(whole));
    }

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new JumbfTree(inspection));
}
