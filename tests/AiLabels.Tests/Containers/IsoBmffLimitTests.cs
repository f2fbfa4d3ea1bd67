using System.Buffers.Binary;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Containers;

/// <summary>Hostile structures end at a named limit, and never as notFound.</summary>
public sealed class IsoBmffLimitTests
{
    [Fact]
    public async Task ReadAsync_MillionEmptyBoxes_StopsAtTheBoxLimit()
    {
        // Arrange
        var file = Concat(Ftyp, [.. Enumerable.Repeat(Box("free"), 1_000_000).SelectMany(static box => box)]);

        // Act
        var report = await Inspect.Bytes(file);

        // Assert
        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Equal("limit.boxes", Assert.Single(report.Problems).Code);
        Assert.InRange(report.BytesRead, 1, 2 << 20);
    }

    public static TheoryData<byte[], string?> Limited => new()
    {
        { Concat(Ftyp, Repeated("free", 200)), "The file is most likely whole; 101 boxes from byte 824 on were not read." },
        { Concat(Ftyp, Moov(Repeated("free", 200)), Mdat()), "The file is most likely whole; 105 boxes from byte 924 on were not read." },
        { Concat(Ftyp, Repeated("free", 200), Claim(5000, "mdat", new byte[100])), null },
        { Mkv.FileWith([Mkv.Tracks(), .. Enumerable.Repeat(Mkv.Element(0xEC), 200)]), "most likely whole; 111 boxes" },
        { Avi.FileWith([Avi.Header, .. Enumerable.Repeat(Avi.Chunk("JUNK"), 200)]), "most likely whole; 106 boxes" },
    };

    [Theory]
    [MemberData(nameof(Limited))]
    public async Task ReadAsync_EndedByALimit_SaysThatTheFileIsWholeOnlyIfItIs(byte[] file, string? words)
    {
        // Act
        var report = await Inspect.Source(new MemoryByteSource(file), new LabelReaderOptions { MaxBoxes = 100 });

        // Assert
        var problem = Assert.Single(report.Problems);
        Assert.Equal("limit.boxes", problem.Code);
        Assert.Equal(words is not null, problem.Message.Contains("most likely whole", StringComparison.Ordinal));
        Assert.Contains(words ?? "", problem.Message, StringComparison.Ordinal);
    }

    private static byte[] Repeated(string type, int count) => Concat([.. Enumerable.Repeat(Box(type), count)]);

    [Fact]
    public async Task ReadAsync_DeepNesting_StopsAtTheDepthLimit()
    {
        // Arrange
        var nested = Enumerable.Range(0, 1000).Aggregate(Array.Empty<byte>(), static (inner, _) => Box("moov", inner));

        // Act
        var report = await Inspect.Bytes(Concat(Ftyp, nested));

        // Assert
        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Equal("limit.depth", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_EndedByALimit_CannotTellThatThereAreNoCredentials()
    {
        var report = await Inspect.Bytes(FileWith([.. Enumerable.Repeat(Box("trak"), 5000)]));

        Assert.Equal(CredentialIntegrity.Unreadable, report.Credentials.Integrity);
    }

    [Fact]
    public async Task ReadAsync_KeyCountOfBillions_ReadsTheKeysThatAreThere()
    {
        // Arrange
        var file = FileWith(Udta(MetaWithKeys(("AIGC", Aigc.Generated))));
        var count = file.AsSpan().IndexOf("keys"u8) + 8;
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(count), uint.MaxValue);

        // Act
        var report = await Inspect.Bytes(file);

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
    }

    [Fact]
    public async Task ReadAsync_ThousandsOfTracks_StopsAtTheTrackLimit()
    {
        var report = await Inspect.Bytes(FileWith([.. Enumerable.Repeat(Box("trak"), 5000)]));

        Assert.Equal((AiOrigin.Inconclusive, 128), (report.Origin, report.Container.Tracks.Count));
        Assert.Equal("limit.tracks", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_ThousandsOfLabels_StopsAtTheFindingLimit()
    {
        // Arrange
        var labels = Enumerable.Repeat(("AIGC", Aigc.Generated), 5000).ToArray();

        // Act
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(labels))));

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal(256, report.Findings.Count);
        Assert.Contains(report.Problems, static p => p.Code == "limit.findings");
    }

    [Fact]
    public async Task ReadAsync_TimeIsUp_IsInconclusive()
    {
        var report = await Inspect.Source(new MemoryByteSource(FileWith()), new LabelReaderOptions { Timeout = TimeSpan.Zero });

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Contains(report.Problems, static p => p.Code == "limit.time");
    }

    [Fact]
    public async Task ReadAsync_ValueBeyondTheLimit_IsInconclusive()
    {
        // Arrange
        var file = FileWith(Udta(MetaWithKeys(("AIGC", Aigc.Label("1", new string('p', 2000))))));

        // Act
        var report = await Inspect.Source(new MemoryByteSource(file), new LabelReaderOptions { MaxValueLength = 1000 });

        // Assert
        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Equal("limit.valueLength", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_MoreBytesThanAllowed_IsInconclusiveAndReadsNoMore()
    {
        // Arrange
        var file = Concat(Ftyp, Box("free", new byte[1 << 20]), Moov());
        var source = new MemoryByteSource(file);

        // Act
        var report = await Inspect.Source(source, new LabelReaderOptions { MaxBytesRead = 64 << 10 });

        // Assert
        Assert.Equal("limit.bytes", Assert.Single(report.Problems).Code);
        Assert.Equal(source.BytesServed, report.BytesRead);
        Assert.InRange(source.BytesServed, 1, 64 << 10);
    }

    [Fact]
    public async Task ReadAsync_CallerCancels_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new LabelReader(new(), TimeProvider.System).ReadAsync(new MemoryByteSource(FileWith()), cancelled.Token));
    }
}
