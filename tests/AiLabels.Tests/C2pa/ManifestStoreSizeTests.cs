using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

/// <summary>Stores as large as editors and cameras write them: thumbnails of many ingredients, signatures padded with zeros.</summary>
public sealed class ManifestStoreSizeTests
{
    private const int Thumbnail = 1 << 20;

    [Fact]
    public async Task ReadAsync_StoreOfManyThumbnails_IsReadOnceAndIntact()
    {
        var manifest = new ManifestBuilder("urn:c2pa:film").Action("c2pa.created", SourceTypes.Trained);
        for (var i = 0; i < 6; i++)
        {
            manifest.AssertionBox($"c2pa.thumbnail.ingredient.jpeg__{i}", "bidb", new byte[Thumbnail]);
        }

        var source = new MemoryByteSource(SignedMp4.Build(manifest));

        var report = await Inspect.Source(source);

        Assert.Equal((AiOrigin.Confirmed, CredentialIntegrity.Intact), (report.Origin, report.Credentials.Integrity));
        Assert.InRange(source.BytesServed, 12 * Thumbnail, 13 * Thumbnail);
    }

    [Fact]
    public async Task ReadAsync_SignaturePaddedLikeACameras_IsIntact()
    {
        // Arrange
        var signer = TestPki.SelfSigned("CN=Camera, O=Sony Corporation", padding: 25_600);
        var manifest = new ManifestBuilder("urn:c2pa:camera") { Signer = signer }.Action("c2pa.created", SourceTypes.Capture);

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(manifest));

        // Assert
        Assert.Equal((AiOrigin.NotFound, CredentialIntegrity.Intact), (report.Origin, report.Credentials.Integrity));
    }

    [Fact]
    public async Task ReadManifestStoreAsync_SignedFile_IsTheStoreWithoutItsPadding()
    {
        var store = Jumbf.Store(new ManifestBuilder("urn:c2pa:film").Action("c2pa.created", SourceTypes.Trained).Build());
        var reader = new LabelReader(new(), TimeProvider.System);

        Assert.Equal(store, await reader.ReadManifestStoreAsync(new MemoryByteSource(SignedMp4.Embed([.. store, .. new byte[50]]))));
        Assert.Empty(await reader.ReadManifestStoreAsync(new MemoryByteSource(Mp4.FileWith())));
    }

    /// <summary>The size has 64 bits, or is 0 and means the rest of the file.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task ReadAsync_BoxOfAnotherKindOfSize_IsRead(uint size)
    {
        // Arrange
        var compact =
            SignedMp4.C2paBox(Jumbf.Store(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained, "Sora").Build()));
        var box = size == 1 ? Mp4.LargeBox("uuid", compact[8..]) : Mp4.Claim(size, "uuid", compact[8..]);

        // Act
        var report = await Inspect.Bytes(Mp4.Concat(Mp4.Ftyp, Mp4.Mdat(), Mp4.Moov(), box));

        // Assert
        Assert.Equal(("urn:c2pa:1", "Sora"), (report.Credentials.ActiveManifest, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_StoresLongerThanTheLimitTogether_NameTheLimitAndReadNoMore()
    {
        var store = SignedMp4.C2paBox(
            Jumbf.Store(new ManifestBuilder("urn:c2pa:1").AssertionBox("thumbnail", "bidb", new byte[Thumbnail]).Build()));
        var source = new MemoryByteSource(Mp4.Concat(Mp4.Ftyp, store, store, Mp4.Mdat(), Mp4.Moov()));

        var report = await Inspect.Source(source, new LabelReaderOptions { MaxManifestStoreLength = Thumbnail * 3 / 2 });

        Assert.Equal((AiOrigin.Inconclusive, CredentialIntegrity.Unreadable), (report.Origin, report.Credentials.Integrity));
        Assert.Contains(report.Problems, problem => problem.Code == "limit.manifestStore");
        Assert.InRange(source.BytesServed, Thumbnail, Thumbnail * 3 / 2);
    }
}
