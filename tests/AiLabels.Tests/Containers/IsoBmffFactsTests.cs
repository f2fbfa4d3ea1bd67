using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Containers;

public sealed class IsoBmffFactsTests
{
    [Fact]
    public async Task ReadAsync_Movie_ReportsContainerFacts()
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, Movie.Nal([0x65])));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Equal(ContainerFormat.IsoBmff, report.Container.Format);
        Assert.Equal("isom", report.Container.Brand);
        Assert.Equal(TimeSpan.FromSeconds(2), report.Container.Duration);
        Assert.Equal(new TrackFacts(TrackKind.Video, "avc1", 320, 180, 90), Assert.Single(report.Container.Tracks));
        Assert.False(report.Container.Fragmented);
    }

    [Theory]
    [InlineData(320, 120, 0, 30, 0, 0.333333, 1, 0.666667)]
    [InlineData(160, 180, -80, 0, 0, 0, 0.5, 1)]
    public async Task ReadAsync_CleanAperture_IsThePartThatIsShown(
        int width, int height, int across, int down, double x, double y, double shownWidth, double shownHeight)
    {
        var report = await Inspect.Bytes(Movie.WithSample(Concat(Movie.AvcC, Clap(width, height, across, down)), Movie.Nal([0x65])));

        Assert.Equal(new ShownArea(x, y, shownWidth, shownHeight), Assert.Single(report.Container.Tracks).Shown);
    }

    [Theory]
    [InlineData(320, 180, 0, 0)] // all of it
    [InlineData(320, 180, 10, 0)] // beyond the picture
    [InlineData(640, 180, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-320, 180, 0, 0)]
    public async Task ReadAsync_CleanApertureThatCutsNothing_IsIgnored(int width, int height, int across, int down)
    {
        var report = await Inspect.Bytes(Movie.WithSample(Concat(Movie.AvcC, Clap(width, height, across, down)), Movie.Nal([0x65])));

        Assert.Null(Assert.Single(report.Container.Tracks).Shown);
    }

    [Fact]
    public async Task ReadAsync_CleanApertureCutShort_IsIgnored()
    {
        var report = await Inspect.Bytes(Movie.WithSample(Concat(Movie.AvcC, Box("clap", new byte[31])), Movie.Nal([0x65])));

        Assert.Null(Assert.Single(report.Container.Tracks).Shown);
    }

    private static byte[] Clap(int width, int height, int across, int down) => Box(
        "clap", UInt32(unchecked((uint)width)), UInt32(1), UInt32(unchecked((uint)height)), UInt32(1), UInt32(unchecked((uint)across)), UInt32(1),
        UInt32(unchecked((uint)down)), UInt32(1));

    [Fact]
    public async Task ReadAsync_QuickTimeBrand_IsQuickTime()
    {
        var report = await Inspect.Bytes(Concat(Box("ftyp", "qt  "u8.ToArray(), UInt32(0)), Mdat(), Moov()));

        Assert.Equal((ContainerFormat.QuickTime, "qt"), (report.Container.Format, report.Container.Brand));
    }

    [Fact]
    public async Task ReadAsync_FragmentedMovie_TakesItsDurationFromMehd()
    {
        // Arrange
        var header = FullBox("mvhd", new byte[8], UInt32(1000), UInt32(0), new byte[80]);

        // Act
        var report = await Inspect.Bytes(Concat(Ftyp, Box("moov", header, Box("mvex", FullBox("mehd", UInt32(3000))))));

        // Assert
        Assert.Equal((true, TimeSpan.FromSeconds(3)), (report.Container.Fragmented, report.Container.Duration));
    }

    [Fact]
    public async Task ReadAsync_EncoderAsUserText_IsAFact()
    {
        var report = await Inspect.Bytes(FileWith(Udta(Box("\u00A9swr", [0, 6, 0x55, 0xC4], "Lavf59"u8.ToArray()))));

        Assert.Equal("Lavf59", report.Container.Encoder);
    }

    [Fact]
    public async Task ReadAsync_FileWithoutFtyp_IsQuickTime()
    {
        var report = await Inspect.Bytes(Concat(Box("wide"), Mdat(), Moov()));

        Assert.Equal((ContainerFormat.QuickTime, AiOrigin.NotFound), (report.Container.Format, report.Origin));
    }

    [Fact]
    public async Task ReadAsync_MovieIsMissing_IsInconclusive()
    {
        var report = await Inspect.Bytes(Concat(Ftyp, Mdat()));

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Equal("container.noMovie", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_FileCutInTheMiddle_IsInconclusiveButKeepsWhatWasFound()
    {
        // Arrange
        var file = Concat(Ftyp, Moov(Udta(MetaWithKeys(("AIGC", Aigc.Generated)))), Claim(1000, "mdat", new byte[10]));

        // Act
        var report = await Inspect.Bytes(file);

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("container.truncated", Assert.Single(report.Problems).Code);
    }

    [Theory]
    [InlineData(7u)]
    [InlineData(2u)]
    public async Task ReadAsync_BoxSmallerThanItsHeader_IsInconclusive(uint size)
    {
        var report = await Inspect.Bytes(Concat(FileWith(), Claim(size, "free")));

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Equal("container.damaged", Assert.Single(report.Problems).Code);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(long.MaxValue)]
    public async Task ReadAsync_SizeBeyondTheFile_IsTruncated(ulong size)
    {
        var report = await Inspect.Bytes(Concat(FileWith(), UInt32(1), "free"u8.ToArray(), UInt64(size)));

        Assert.Equal("container.truncated", Assert.Single(report.Problems).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a video")]
    public async Task ReadAsync_NoContainer_IsInconclusive(string content)
    {
        var report = await Inspect.Bytes(System.Text.Encoding.ASCII.GetBytes(content));

        Assert.Equal((AiOrigin.Inconclusive, ContainerFormat.Unknown), (report.Origin, report.Container.Format));
        Assert.Equal("container.unknown", Assert.Single(report.Problems).Code);
    }
}
