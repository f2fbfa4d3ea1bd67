using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.Containers;

/// <summary>The list of the structures of a file.</summary>
public sealed class TreeTests : IDisposable
{
    private readonly Ffmpeg _ffmpeg = new();

    [Fact]
    public async Task ReadTreeAsync_QuickTimeMetadata_ShowsEveryLevelWithItsPlace()
    {
        // Arrange
        var meta = Mp4.MetaWithKeys(("AIGC", Aigc.Generated));
        var file = Mp4.FileWith(meta);

        // Act
        var tree = await TreeOf(file);

        // Assert
        Assert.Empty(tree.Problems);
        Assert.Equal(
            ["0 ftyp isom", "0 mdat", "0 moov", "1 mvhd", "1 trak", "1 meta",
                "2 hdlr mdta", "2 keys", "3 mdta AIGC", "2 ilst", "3 .... key 1"],
            tree.Nodes.SkipLast(1).Select(Line));
        Assert.StartsWith("4 data {\"Label\":\"1\"", Line(tree.Nodes[^1]), StringComparison.Ordinal);
        Assert.Equal((file.Length - meta.Length, meta.Length), (tree.Nodes[5].Offset, tree.Nodes[5].Length));
    }

    [Fact]
    public async Task ReadTreeAsync_ContentCredentials_ShowsTheJumbfBoxesInside()
    {
        var tree = await TreeOf(SignedMp4.Build(new ManifestBuilder("urn:c2pa:test")));

        var labels = tree.Nodes.Where(static node => node.Type == "jumb").Select(static node => node.Note!).ToList();
        Assert.Contains(tree.Nodes, static node => node is { Type: "uuid", Depth: 0, Note: "C2PA manifest store" });
        Assert.Equal("c2pa (c2pa)", labels[0]);
        Assert.Contains("c2pa.signature (c2cs)", labels);
        Assert.Empty(tree.Problems);
    }

    [Theory]
    [InlineData("a.mp4", "isoBmff", "moov/trak/mdia/minf/stbl/stsd/avc1")]
    [InlineData("a.mkv", "matroska", "Segment/Tags/Tag/SimpleTag/TagString")]
    [InlineData("a.avi", "avi", "AVI/INFO/ISFT")]
    [InlineData("a.wmv", "asf", "Header/HeaderExtension/Metadata")]
    [InlineData("a.flv", "flv", "media")]
    [InlineData("a.ts", "mpegTs", "PID 0x1000")]
    public async Task ReadTreeAsync_RealFile_ReachesTheBottomWithinTheFile(string name, string format, string path)
    {
        // Arrange
        var file = await File.ReadAllBytesAsync(await _ffmpeg.MakeAsync(name, "-metadata", "title=x"));

        // Act
        var tree = await TreeOf(file);

        // Assert
        Assert.Equal(format, CamelCase.Name(tree.Format));
        Assert.Contains(path, Paths(tree));
        Assert.Empty(tree.Problems);
        Assert.All(tree.Nodes, node => Assert.InRange(node.Offset + node.Length, node.Offset + 1, file.Length));
    }

    [Fact]
    public async Task ReadTreeAsync_ClustersOfUnknownSize_StandBesideEachOther()
    {
        // Arrange
        var cluster = Mkv.UnknownSize(Mkv.Cluster, Mkv.Element(0xE7, [0]));
        var file = Mp4.Concat(Mkv.Header(), Mkv.UnknownSize(Mkv.Segment, Mkv.Tracks(), cluster, cluster));

        // Act
        var tree = await TreeOf(file);

        // Assert
        Assert.Equal([1, 1], tree.Nodes.Where(static node => node.Type == "Cluster").Select(static node => node.Depth));
        Assert.Equal(2, tree.Nodes.Count(static node => node is { Type: "E7", Depth: 2 }));
    }

    [Fact]
    public async Task ReadTreeAsync_TooManyBoxes_ListsWhatIsAllowedAndNamesTheLimit()
    {
        // Arrange
        var file = Mp4.Concat([Mp4.Ftyp, .. Enumerable.Repeat(Mp4.Box("free", []), 1000)]);

        // Act
        var tree = await TreeOf(file, new() { MaxBoxes = 100 });

        // Assert
        Assert.Equal(100, tree.Nodes.Count);
        Assert.Equal("limit.boxes", Assert.Single(tree.Problems).Code);
    }

    [Fact]
    public async Task ReadTreeAsync_TooDeep_NamesTheLimit()
    {
        // Arrange
        var box = Enumerable.Range(0, 1000).Aggregate(Mp4.Box("free", []), static (inner, _) => Mp4.Box("moov", inner));

        // Act
        var tree = await TreeOf(Mp4.Concat(Mp4.Ftyp, box));

        // Assert
        Assert.Equal("limit.depth", Assert.Single(tree.Problems).Code);
    }

    [Fact]
    public async Task ReadTreeAsync_NoVideo_SaysSo() =>
        Assert.Equal("container.unknown", Assert.Single((await TreeOf("text"u8.ToArray())).Problems).Code);

    /// <summary>Any byte may be forged: the list then ends, with or without a problem, and never with an exception.</summary>
    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.mkv")]
    [InlineData("a.avi")]
    [InlineData("a.wmv")]
    [InlineData("a.flv")]
    [InlineData("a.ts")]
    public async Task ReadTreeAsync_ForgedBytes_StaysWithinTheFile(string name)
    {
        var original = await File.ReadAllBytesAsync(await _ffmpeg.MakeAsync(name));
        var random = new Random(1);
        for (var i = 0; i < 100; i++)
        {
            var file = original.ToArray();
            for (var j = 0; j < 8; j++)
            {
                file[random.Next(ContainerHead, Math.Min(file.Length, 4096))] = (byte)random.Next(256);
            }

            var tree = await TreeOf(file);

            Assert.All(tree.Nodes, node => Assert.InRange(node.Offset + node.Length, node.Offset, file.Length));
        }
    }

    public void Dispose() => _ffmpeg.Dispose();

    /// <summary>Number of bytes that identify the container.</summary>
    private const int ContainerHead = 16;

    private static async Task<ContainerTree> TreeOf(byte[] file, LabelReaderOptions? options = null) =>
        await new LabelReader(options ?? new(), TimeProvider.System).ReadTreeAsync(new MemoryByteSource(file));

    private static string Line(TreeNode node) => $"{node.Depth} {node.Type} {node.Note}".TrimEnd();

    private static IEnumerable<string> Paths(ContainerTree tree)
    {
        var open = new List<string>();
        foreach (var node in tree.Nodes)
        {
            open.RemoveRange(node.Depth, open.Count - node.Depth);
            open.Add(node.Type);
            yield return string.Join('/', open);
        }
    }
}
