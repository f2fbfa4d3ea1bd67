using System.Buffers.Binary;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Containers;

/// <summary>A long fragmented file is stepped through by the headers of its fragments, whatever its index says.</summary>
public sealed class FragmentIndexTests
{
    private const int Fragments = 300;

    private static readonly byte[] Fragment = Concat(Box("moof", FullBox("mfhd", UInt32(1))), Box("mdat", new byte[20_000]));
    private static readonly byte[] Media = Concat([.. Enumerable.Repeat(Fragment, Fragments)]);
    private static readonly byte[] Head = Concat(Ftyp, Moov(Box("mvex", FullBox("trex", UInt32(1)))));
    private static readonly byte[] Label = MetaWithKeys(("AIGC", Aigc.Generated));

    [Theory]
    [InlineData("sidx")]
    [InlineData("mfra")]
    [InlineData("none")]
    public async Task ReadAsync_ManySmallFragments_AreReadInFewRequests(string index)
    {
        // Arrange
        var source = new MemoryByteSource(Indexed(index));

        // Act
        var report = await Inspect.Source(source);

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Empty(report.Problems);
        Assert.InRange(source.Requests, 1, 80);
    }

    [Theory]
    [InlineData("sidx")]
    [InlineData("mfra")]
    public async Task ReadAsync_MoreFragmentsThanAllowed_GoesOnBehindThemAndSaysSo(string index)
    {
        var report = await Inspect.Source(new MemoryByteSource(Indexed(index)), new LabelReaderOptions { MaxMediaParts = 100 });

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("limit.media", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_MoreFragmentsThanAllowedAndNoIndex_IsInconclusive()
    {
        var report = await Inspect.Source(new MemoryByteSource(Indexed("none")), new LabelReaderOptions { MaxMediaParts = 100 });

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Equal("limit.media", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_FragmentsFarApart_CostAFewBytesEach()
    {
        // Far apart, because a round trip costs more than a few kilobytes between.
        var fragment = Concat(Fragment[..^20_000], new byte[100_000]);
        BinaryPrimitives.WriteUInt32BigEndian(fragment.AsSpan(Fragment.Length - 20_008), 100_008);
        var source = new MemoryByteSource(Concat(Head, [.. Enumerable.Repeat(fragment, Fragments).SelectMany(static f => f)], Label));

        var report = await Inspect.Source(source);

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.InRange(source.Requests, Fragments / 2, Fragments + 10);
        Assert.InRange(source.BytesServed, 1, 200 << 10);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(4_000)]
    [InlineData(16_000)]
    public async Task ReadAsync_OneMdatForEachFrame_CostsHeadersAndNotTheFile(int length)
    {
        // Arrange: eight times as many bytes as may be read.
        var limit = new LabelReaderOptions { MaxBytesRead = 512 << 10 };
        var frames = Concat([.. Enumerable.Repeat(Box("mdat", new byte[length]), (int)limit.MaxBytesRead * 8 / length)]);
        var source = new MemoryByteSource(Concat(Ftyp, frames, Moov(), Label));

        // Act
        var report = await Inspect.Source(source, limit);

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public Task ReadAsync_NoIndex_StepsThroughTheFragments() => AssertConfirmedAsync(Concat(Head, Media, Label));

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue >> 1)]
    public Task ReadAsync_SidxThatLeadsNowhere_IsNotFollowed(uint length) => AssertConfirmedAsync(Concat(Head, Sidx(length), Media, Label));

    [Fact]
    public Task ReadAsync_EmptySidx_IsNotFollowed() => AssertConfirmedAsync(Concat(Head, Box("sidx"), Media, Label));

    [Fact]
    public Task ReadAsync_MfraThatPointsBackwards_IsNotFollowed() => AssertConfirmedAsync(Concat(Head, Media, Label, Mfra(0)));

    [Fact]
    public Task ReadAsync_MfroWithoutMfra_IsNotFollowed() =>
        AssertConfirmedAsync(Concat(Head, Media, Label, FullBox("mfro", UInt32(0x7FFFFFFF))));

    private static byte[] Indexed(string index) => index switch
    {
        "sidx" => Concat(Head, Sidx((uint)Media.Length), Media, Label),
        "mfra" => Concat(Head, Media, Label, Mfra((uint)(Head.Length + Media.Length - Fragment.Length))),
        _ => Concat(Head, Media, Label),
    };

    private static async Task AssertConfirmedAsync(byte[] file) => Assert.Equal(AiOrigin.Confirmed, (await Inspect.Bytes(file)).Origin);

    private static byte[] Sidx(uint length) =>
        FullBox("sidx", UInt32(1), UInt32(1000), UInt32(0), UInt32(0), UInt32(1), UInt32(length), UInt32(0), UInt32(0));

    private static byte[] Mfra(uint lastFragment)
    {
        var tfra = FullBox("tfra", UInt32(1), UInt32(0), UInt32(1), UInt32(0), UInt32(lastFragment), [1, 1, 1]);
        return Box("mfra", tfra, FullBox("mfro", UInt32((uint)tfra.Length + 24)));
    }
}
