using AiLabels.Reports;
using AiLabels.Testing;
using Microsoft.Extensions.Time.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests;

/// <summary>Long recordings in a blob, where each request takes a round trip: a label behind the media is found.</summary>
public sealed class RemoteFileTests
{
    private static readonly byte[] Head = Concat(Ftyp, Moov(Box("mvex", FullBox("trex", UInt32(1)))));
    private static readonly byte[] Label = MetaWithKeys(("AIGC", Aigc.Generated));
    private static readonly byte[] Script = Flv.Script("onMetaData", Flv.Array(("AIGC", Flv.String(Aigc.Generated))));

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(50_000, 15_000)]
    [InlineData(700_000, 10_800)]
    [InlineData(2_000_000, 10_800)]
    public async Task ReadAsync_FragmentsOfHours_AreSteppedOverToTheLabelBehindThem(int fragment, int fragments)
    {
        var media = Concat(Box("moof", FullBox("mfhd", UInt32(1))), Box("mdat", new byte[fragment]));
        var source = new RemoteByteSource(Head, media, fragments, Label, _time);

        var report = await new LabelReader(new(), _time).ReadAsync(source);

        AssertConfirmed(report);
        Assert.InRange(source.Requests, 1, fragments + 100);
    }

    /// <remarks>
    /// Pictures of 2 KB, some of 30 KB, and sound: 600,000 tags are two hours. Stepping would take a request for each, which is hours.
    /// </remarks>
    [Fact]
    public async Task ReadAsync_TagsOfHours_AreReadThroughInLongRanges()
    {
        var picture = Flv.Tag(9, new byte[2_000]);
        var media = Concat([Flv.Tag(9, new byte[30_000]), .. Enumerable.Repeat(Concat(picture, Flv.Tag(8, new byte[300])), 24)]);
        var source = new RemoteByteSource(Flv.FileWith(), media, parts: 12_000, Script, _time);

        var report = await new LabelReader(new(), _time).ReadAsync(source);

        AssertConfirmed(report);
        Assert.InRange(source.Requests, 1, 600);
        Assert.True(_time.GetUtcNow() - _time.Start < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task ReadAsync_MediaTakeLongerThanTheyMay_GoesOnBehindThemAndSaysSo()
    {
        var media = Concat(Box("moof", FullBox("mfhd", UInt32(1))), Box("mdat", new byte[3_000_000]));
        var length = UInt32((uint)media.Length * 700);
        var index = FullBox("sidx", UInt32(1), UInt32(1000), UInt32(0), UInt32(0), UInt32(1), length, new byte[8]);
        var source = new RemoteByteSource(Concat(Head, index), media, parts: 700, Label, _time);

        var report = await new LabelReader(new() { MediaTimeout = TimeSpan.FromSeconds(2) }, _time).ReadAsync(source);

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("limit.media", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_MetadataBehindMediaOfMinutes_HasItsOwnTime()
    {
        var media = Concat(Box("moof", FullBox("mfhd", UInt32(1))), Box("mdat", new byte[3_000_000]));
        var source = new RemoteByteSource(Head, media, parts: 5_000, Label, _time);

        var report = await new LabelReader(new() { Timeout = TimeSpan.FromSeconds(5) }, _time).ReadAsync(source);

        AssertConfirmed(report);
        Assert.True(_time.GetUtcNow() - _time.Start > TimeSpan.FromSeconds(30));
    }

    private static void AssertConfirmed(LabelReport report)
    {
        Assert.Empty(report.Problems);
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
    }
}
