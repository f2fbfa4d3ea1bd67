using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Tests.Negatives;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Containers;

/// <summary>
/// Bytes that players skip: what lies between and behind the parts of a file. They are noted and leave no doubt, unless they seem to hold a
/// label.
/// </summary>
public sealed class StreamDamageTests
{
    private static readonly byte[] Zeros = new byte[1000];
    private static readonly byte[] Trace = [.. new byte[500], .. "AIGC"u8, .. new byte[500]];
    private static readonly byte[] Video = Flv.Tag(9, new byte[50]);

    public static TheoryData<string, byte[]> Gaps => new()
    {
        { "Matroska", Between(Zeros) },
        { "FLV", Flv.FileWith(Video, Zeros, Video, Video) },
        { "MPEG-TS", Concat([.. Packets.Program(40).Take(12), Zeros, .. Packets.Program(40)]) },
        { "MPEG-TS, before its tables", Concat([.. Packets.Program(40).Skip(2), Zeros, .. Packets.Program(40)]) },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public async Task ReadAsync_Gap_IsANote(string where, byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.True(report.Origin == AiOrigin.NotFound, where);
        Assert.Equal("container.gap", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_GapBeforeTheLabel_DoesNotHideIt()
    {
        var script = Flv.Script("onMetaData", Flv.Array(("AIGC", Flv.String(Aigc.Generated))));

        Assert.Equal(AiOrigin.Confirmed, (await Inspect.Bytes(Between(Zeros, Mkv.TagsWith("AIGC", Aigc.Generated)))).Origin);
        Assert.Equal(AiOrigin.Confirmed, (await Inspect.Bytes(Flv.FileWith(Video, Zeros, script, Video))).Origin);
    }

    public static TheoryData<byte[]> Suspicious => new()
    {
        Between(Trace),
        Flv.FileWith(Video, Trace, Video, Video),
        Concat([.. Packets.Program(40).Take(12), Trace, .. Packets.Program(40)]),
        Concat(FileWith(), "AIGC"u8.ToArray(), new byte[100]),
    };

    [Theory]
    [MemberData(nameof(Suspicious))]
    public async Task ReadAsync_GapThatSeemsToHoldALabel_LeavesADoubt(byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
    }

    [Theory]
    [InlineData(188)]
    [InlineData(192)]
    [InlineData(204)]
    public async Task ReadAsync_LateTables_AreFound(int stride)
    {
        // Arrange: half a packet, then 512 KB of video before the first table.
        var late = Packets.Program(2800).Skip(2).Concat(Packets.Program(10)).Select(packet => Packets.Strided(packet, stride));

        // Act
        var report = await Inspect.Bytes([.. Enumerable.Repeat((byte)0xFF, 90), .. late.SelectMany(static packet => packet)]);

        // Assert
        Assert.Equal((AiOrigin.NotFound, "H.264"), (report.Origin, Assert.Single(report.Container.Tracks).Codec));
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3 << 20)]
    public async Task ReadAsync_ZerosBehindTheMovie_AreANote(int length)
    {
        var report = await Inspect.Bytes([.. FileWith(), .. new byte[length]]);

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Equal("container.padding", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_TrailerBehindTheMovie_SaysWhereItLies()
    {
        var report = await Inspect.Bytes([.. FileWith(), .. "vivo{\"a\":1}vivo"u8]);

        var note = Assert.Single(report.Problems);
        Assert.Equal((AiOrigin.NotFound, "container.trailer"), (report.Origin, note.Code));
        Assert.StartsWith("The movie is followed, at byte ", note.Message, StringComparison.Ordinal);
    }

    private static byte[] Between(params byte[][] parts) =>
        Mkv.FileWith([Mkv.Info, Mkv.Tracks(), Mkv.ClusterOf(100), .. parts, Mkv.ClusterOf(100)]);
}
