using AiLabels.Containers;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.Containers;

/// <summary>A C2PA manifest store in a separate file.</summary>
public sealed class ManifestFileTests
{
    private static readonly byte[] Store =
        Jumbf.Store(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained).Build());

    [Fact]
    public void Sniff_Jumbf_IsAManifestStore() => Assert.Equal(ContainerFormat.C2pa, ContainerSniffer.Sniff(Store));

    [Fact]
    public async Task Read_StoreAlone_IsReadAndNotBoundToAnything()
    {
        // Arrange
        var manifest = new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained, "Sora");
        SignedMp4.Build(manifest);

        // Act
        var report = await Inspect.Bytes(Jumbf.Store(manifest.Build()));

        // Assert
        Assert.Equal(ContainerFormat.C2pa, report.Container.Format);
        Assert.Equal((CredentialIntegrity.Unverified, "urn:c2pa:1"), (report.Credentials.Integrity, report.Credentials.ActiveManifest));
        Assert.Equal((AiOrigin.Suspected, "Sora"), (report.Origin, report.Generator));
        Assert.Contains(report.Problems, problem => problem.Code == "container.manifestOnly");
    }

    [Fact]
    public async Task Read_StoreAloneOfACapture_IsInconclusive()
    {
        // Arrange
        var capture = new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Capture);

        // Act
        var report = await Inspect.Bytes(Jumbf.Store(capture.Build()));

        // Assert
        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
    }

    [Fact]
    public async Task Read_DamagedOrHugeStore_IsUnreadable()
    {
        byte[] cut = Store[..(Store.Length / 2)];
        var limit = new LabelReaderOptions { MaxManifestStoreLength = 100 };

        Assert.Equal(CredentialIntegrity.Unreadable, (await Inspect.Bytes(cut)).Credentials.Integrity);
        Assert.Contains(
            (await Inspect.Source(new MemoryByteSource(Store), limit)).Problems, problem => problem.Code == "limit.manifestStore");
    }

    [Fact]
    public async Task ReadTree_StoreAlone_ListsItsBoxes()
    {
        var tree = await new LabelReader(new(), TimeProvider.System).ReadTreeAsync(new MemoryByteSource(Store));

        Assert.Contains(tree.Nodes, node => node.Note is { } note && note.StartsWith("c2pa.claim.v2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_InitializationSegment_SaysSo()
    {
        var segment = Mp4.Concat(Mp4.Ftyp, Mp4.Moov(Mp4.Box("mvex")));

        var report = await Inspect.Bytes(segment);
        var whole = await Inspect.Bytes(Mp4.Concat(segment, Mp4.Box("moof"), Mp4.Mdat()));

        Assert.Contains(report.Problems, problem => problem.Code == "container.initSegment");
        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.DoesNotContain(whole.Problems, problem => problem.Code == "container.initSegment");
    }
}
