using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests;

/// <summary>The cost of a verdict in bytes and requests, because each request to a blob takes a round trip.</summary>
public sealed class LargeFileTests
{
    private const long FiveGigabytes = 5L << 30;

    [Fact]
    public async Task ReadAsync_LabelBehindFiveGigabytes_ReadsLittle()
    {
        var path = Path.GetTempFileName();
        try
        {
            await WriteSparseAsync(path, LongMovie());

            var report = await Inspect.File(path);

            Assert.Equal((AiOrigin.Confirmed, "Vidu"), (report.Origin, report.Generator));
            Assert.InRange(report.Length, FiveGigabytes, long.MaxValue);
            Assert.InRange(report.BytesRead, 1, 256 << 10);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task ReadAsync_ShortMovie_TakesOneRequest()
    {
        // Arrange
        var source = new MemoryByteSource(Concat(Ftyp, Moov(Udta(MetaWithKeys(("AIGC", Aigc.Generated)))), Mdat(60_000)));

        // Act
        await Inspect.Source(source);

        // Assert
        Assert.Equal(1, source.Requests);
    }

    [Fact]
    public async Task ReadAsync_MovieIndexAtTheEnd_TakesTwoRequests()
    {
        // Arrange
        var source = new MemoryByteSource(Concat(Ftyp, Mdat(8_000_000), Moov(Udta(MetaWithKeys(("AIGC", Aigc.Generated))))));

        // Act
        await Inspect.Source(source);

        // Assert
        Assert.Equal(2, source.Requests);
    }

    [Fact]
    public async Task ReadAsync_LongMovieIndex_TakesFewRequests()
    {
        // Arrange
        var source = new MemoryByteSource(Concat(Ftyp, Mdat(8_000_000), LongMovie()));

        // Act
        await Inspect.Source(source);

        // Assert
        Assert.InRange(source.Requests, 2, 12);
        Assert.InRange(source.BytesServed, 1, 256 << 10);
    }

    /// <summary>Two tracks with the sample tables of a film of hours, and the label after them.</summary>
    private static byte[] LongMovie() => Moov(LongTrack(), LongTrack(), Udta(MetaWithKeys(("AIGC", Aigc.Generated))));

    private static byte[] LongTrack() => Box(
        "trak",
        Box("mdia", Hdlr("vide"),
            Box("minf", Box(
                "stbl", FullBox("stts", new byte[300_000]), FullBox("stsz", new byte[500_000]), FullBox("co64", new byte[900_000])))));

    private static async Task WriteSparseAsync(string path, byte[] end)
    {
        await using var file = File.Create(path);
        await file.WriteAsync(Concat(Ftyp, UInt32(1), "mdat"u8.ToArray(), UInt64((ulong)FiveGigabytes)));
        file.Position = Ftyp.Length + FiveGigabytes;
        await file.WriteAsync(end);
    }
}
