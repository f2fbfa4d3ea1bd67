using AiLabels.C2pa.Signing;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using AiLabels.Tests.Writing;

namespace AiLabels.Tests.C2pa.Signing;

/// <summary>Signed copies as this reader reads them; <c>Peers</c> has c2pa-rs read them.</summary>
public sealed class CredentialWriterTests
{
    private static readonly TestPki Uploader = TestPki.Root("CN=Uploader Root");

    [Fact]
    public async Task SignAsync_LabelledUpload_IsIntactWithLabelAndGenerator()
    {
        // Act
        var (signed, file) = await Resigning.LabelAsync(Upload("urn:c2pa:1"));

        // Assert
        var report = await Inspect.Source(new MemoryByteSource(file), Resigning.Trusting);
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Equal("Test Platform/1.2.3", report.Credentials.ClaimGenerator);
        Assert.Equal("urn:c2pa:1", signed.ParentManifest);
        Assert.Single(report.Findings, finding => finding.Kind == FindingKind.AigcLabel);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task SignAsync_UploadStatedToBeGenerated_IsStillFoundInTheCopy()
    {
        // Act
        var (_, file) = await Resigning.SignAsync(new MemoryByteSource(Upload("urn:c2pa:1")), new MemoryByteSource(Upload("urn:c2pa:1")));

        // Assert
        var report = await Inspect.Source(new MemoryByteSource(file), Resigning.Trusting);
        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.ContentCredential, Raw: SourceTypes.Trained });
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
    }

    [Theory]
    [InlineData("moov-last.mp4")]
    [InlineData("moov-first.mp4", "-movflags", "+faststart")]
    [InlineData("video.mov")]
    public async Task SignAsync_RealMovie_PlaysAndSeeksAsBefore(string name, params string[] options)
    {
        // Arrange
        using var ffmpeg = new Ffmpeg();
        var upload = await ffmpeg.MakeAsync(name, options);
        var source = new MemoryByteSource(await File.ReadAllBytesAsync(upload));

        // Act
        var (_, file) = await Resigning.SignAsync(source, source);

        // Assert
        var copy = await ffmpeg.SaveAsync($"copy-{name}", file);
        Assert.Equal(await Playback.StreamHashAsync(upload), await Playback.StreamHashAsync(copy));
        Assert.Equal(await Playback.FramesAtAsync(upload, 0.5), await Playback.FramesAtAsync(copy, 0.5));
        await Playback.AssertDecodesAsync(copy);
    }

    [Fact]
    public async Task SignAsync_CopyWithTheOldStore_HoldsOneStoreOfBothManifests()
    {
        // Act
        var (signed, file) = await Resigning.LabelAsync(Upload("urn:c2pa:1"));

        // Assert
        var tree = await new LabelReader().ReadTreeAsync(new MemoryByteSource(file));
        Assert.Single(tree.Nodes, node => node.Type == "uuid");
        var own = System.Text.Encoding.ASCII.GetBytes(signed.Manifest!);
        Assert.InRange(file.AsSpan().IndexOf("urn:c2pa:1\0"u8), 0, file.AsSpan().LastIndexOf(own));
    }

    [Fact]
    public async Task SignAsync_ParentWithTwoStores_CarriesNoneOver()
    {
        // Arrange
        var upload = Mp4.Concat(
            Mp4.Ftyp, SignedMp4.C2paBox(Jumbf.Store()), SignedMp4.C2paBox(Jumbf.Store()), Mp4.Mdat(), Mp4.Moov());

        // Act
        var (signed, file) = await Resigning.SignAsync(new MemoryByteSource(upload), new MemoryByteSource(upload));

        // Assert
        Assert.Null(signed.ParentManifest);
        var report = await Inspect.Source(new MemoryByteSource(file), Resigning.Trusting);
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
    }

    [Fact]
    public async Task SignAsync_TimeStampAuthorityIsAway_SignsWithoutAndSaysWhy()
    {
        // Arrange
        var signer = TestClaimSigner.Of(Resigning.Root).With((_, _) => throw new HttpRequestException("The authority does not answer."));

        // Act
        var (signed, file) = await Resigning.LabelAsync(Upload("urn:c2pa:1"), signer);

        // Assert
        Assert.Equal("The authority does not answer.", signed.NoTimeStamp);
        await AssertIntactAsync(file);
    }

    [Fact]
    public async Task SignAsync_TimeStampAuthorityGivesNonsense_SignsWithoutAndSaysWhy()
    {
        // Arrange
        var signer = TestClaimSigner.Of(Resigning.Root).With((_, _) => ValueTask.FromResult(new byte[] { 1, 2, 3 }));

        // Act
        var (signed, file) = await Resigning.LabelAsync(Upload("urn:c2pa:1"), signer);

        // Assert
        Assert.NotEmpty(signed.NoTimeStamp!);
        await AssertIntactAsync(file);
    }

    public static TheoryData<string, byte[], Refusal> Unsupported => new()
    {
        { "Matroska", Mkv.FileWith(), Refusal.UnsupportedContainer },
        { "fragmented", Mp4.Concat(Mp4.Ftyp, Mp4.Moov(), Mp4.Box("moof"), Mp4.Mdat()), Refusal.UnsupportedLayout },
        { "without ftyp", Mp4.Concat(Mp4.Moov(), Mp4.Mdat()), Refusal.UnsupportedLayout },
        { "ftyp behind the movie", Mp4.Concat(Mp4.Moov(), Mp4.Ftyp, Mp4.Mdat()), Refusal.UnsupportedLayout },
        { "without movie", Mp4.Concat(Mp4.Ftyp, Mp4.Mdat()), Refusal.UnsupportedLayout },
        { "truncated", Mp4.Concat(Mp4.Ftyp, Mp4.Moov(), Mp4.Claim(4096, "mdat")), Refusal.Damaged },
    };

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task SignAsync_FileThatCannotHoldCredentials_IsRefusedWithTheReason(string what, byte[] file, Refusal reason)
    {
        // Act
        var (signed, written) = await Resigning.SignAsync(new MemoryByteSource(file), new MemoryByteSource(file));

        // Assert
        Assert.True(reason == signed.Refusal, $"{what}: {signed.Refusal} {signed.Message}");
        Assert.NotEmpty(signed.Message!);
        Assert.Empty(written);
    }

    private static byte[] Upload(string label) =>
        SignedMp4.Build(new ManifestBuilder(label) { Signer = Uploader.Signer() }.Action("c2pa.created", SourceTypes.Trained));

    private static async Task AssertIntactAsync(byte[] file)
    {
        var report = await Inspect.Source(new MemoryByteSource(file), Resigning.Trusting);
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Empty(report.Problems);
    }
}
