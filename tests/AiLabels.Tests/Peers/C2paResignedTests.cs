using System.Security.Cryptography;
using System.Text.Json;
using AiLabels.C2pa.Signing;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using AiLabels.Tests.C2pa.Signing;

namespace AiLabels.Tests.Peers;

/// <summary>Labelled copies that this library signed, read by c2pa-rs and by this reader.</summary>
[Trait("Needs", "minutes")]
public sealed class C2paResignedTests : IDisposable
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private static readonly TestPki Uploader = TestPki.Root("CN=Uploader Root");
    private static readonly TestPki Stamps = TestPki.Root("CN=Stamp Root");

    private static readonly LabelReaderOptions TrustingBoth = new()
    {
        SignerAnchors = TrustAnchors.FromPem(Anchors(Resigning.Root, Uploader)),
        TimeStampAnchors = Stamps.AsAnchors,
    };

    private readonly Ffmpeg _ffmpeg = new();

    public void Dispose() => _ffmpeg.Dispose();

    public static TheoryData<string, string[]> Containers => new()
    {
        { "moov-last.mp4", [] },
        { "moov-first.mp4", ["-movflags", "+faststart"] },
        { "video.mov", [] },
        { "video.m4v", ["-f", "mp4"] },
    };

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task SignAsync_LabelledUploadWithCredentials_IsTrustedByBothWithTheUploadAsParent(string name, string[] options)
    {
        // Arrange
        var upload = await UploadAsync(name, options);

        // Act
        var (signed, file) = await Resigning.LabelAsync(await File.ReadAllBytesAsync(upload), options: TrustingBoth);

        // Assert
        Assert.NotNull(signed.ParentManifest);
        var peer = await AssertTrustedAsync(signed, name, file);
        Assert.Equal(signed.ParentManifest, ParentOf(peer, signed));
        Assert.Equal(["c2pa.opened", "c2pa.edited.metadata"], ActionsOf(peer, signed));
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task SignAsync_LabelledUploadWithoutCredentials_IsTrustedByBothWithAParentWithoutManifest(string name, string[] options)
    {
        // Arrange
        var upload = await _ffmpeg.MakeAsync(name, options);

        // Act
        var (signed, file) = await Resigning.LabelAsync(await File.ReadAllBytesAsync(upload), options: TrustingBoth);

        // Assert
        Assert.Null(signed.ParentManifest);
        Assert.Null(ParentOf(await AssertTrustedAsync(signed, name, file), signed));
    }

    [Theory]
    [InlineData("es384")]
    [InlineData("es512")]
    [InlineData("ps256")]
    public async Task SignAsync_OtherKeys_AreTrustedByBoth(string algorithm)
    {
        // Arrange
        using AsymmetricAlgorithm key = algorithm switch
        {
            "es384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            "es512" => ECDsa.Create(ECCurve.NamedCurves.nistP521),
            _ => RSA.Create(3072),
        };
        var upload = await File.ReadAllBytesAsync(await UploadAsync("video.mp4"));

        // Act
        var (signed, file) = await Resigning.LabelAsync(upload, TestClaimSigner.Of(Resigning.Root, key), TrustingBoth);

        // Assert
        await AssertTrustedAsync(signed, "video.mp4", file);
    }

    [Fact]
    public async Task SignAsync_ChainWithAnIntermediate_IsTrustedByBoth()
    {
        // Arrange
        var intermediate = Resigning.Root.Intermediate();
        var signer = TestClaimSigner.Of(intermediate, null, intermediate, Resigning.Root);
        var upload = await File.ReadAllBytesAsync(await UploadAsync("video.mp4"));

        // Act
        var (signed, file) = await Resigning.LabelAsync(upload, signer, TrustingBoth);

        // Assert
        Assert.Equal(2, signer.Chain.Count);
        await AssertTrustedAsync(signed, "video.mp4", file);
    }

    [Fact]
    public async Task SignAsync_TimeStampAuthority_IsTrustedByBothAtItsTime()
    {
        // Arrange
        var time = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
        var signer = TestClaimSigner.Of(Resigning.Root)
            .With((request, _) => ValueTask.FromResult(new TestTimeStamper(Stamps).Answer(request, time)));
        var upload = await File.ReadAllBytesAsync(await UploadAsync("video.mp4"));

        // Act
        var (signed, file) = await Resigning.LabelAsync(upload, signer, TrustingBoth);

        // Assert
        Assert.Null(signed.NoTimeStamp);
        await AssertTrustedAsync(signed, "video.mp4", file);
        var report = await Inspect.Source(new MemoryByteSource(file), TrustingBoth);
        Assert.Equal(time, report.Credentials.SignedAt);
    }

    [Fact]
    public async Task SignAsync_EncodedAgain_IsTrustedByBothAndSaysSo()
    {
        // Arrange
        using var upload = new FileByteSource(await UploadAsync("upload.mov"));
        using var burnt = new FileByteSource(await _ffmpeg.MakeAsync("burnt.mp4", "-b:v", "50k"));

        // Act
        var (signed, file) = await Resigning.SignAsync(
            burnt, upload, null, TrustingBoth, new(ContentEdit.AddedText, "A label."), new(ContentEdit.Transcoded, "H.264."));

        // Assert
        var peer = await AssertTrustedAsync(signed, "burnt.mp4", file);
        Assert.Equal(["c2pa.opened", "c2pa.addedText", "c2pa.transcoded"], ActionsOf(peer, signed));
        Assert.Equal(signed.ParentManifest, ParentOf(peer, signed));
    }

    [Fact]
    public async Task SignAsync_SignedTwice_KeepsTheWholeChain()
    {
        // Arrange
        var (first, once) = await Resigning.LabelAsync(await File.ReadAllBytesAsync(await UploadAsync("video.mp4")), options: TrustingBoth);

        // Act
        var (second, twice) = await Resigning.LabelAsync(once, options: TrustingBoth);

        // Assert
        var peer = await AssertTrustedAsync(second, "video.mp4", twice);
        Assert.Equal(first.Manifest, ParentOf(peer, second));
        Assert.Equal(first.ParentManifest, ParentOf(peer, first));
    }

    /// <summary>What was wrong with the upload is stated in the copy, so it does not make the copy wrong.</summary>
    [Theory]
    [InlineData("mdat")]
    [InlineData("Leaf Organisation")]
    [InlineData("trainedAlgorithmicMedia")]
    public async Task SignAsync_UploadWithBrokenCredentials_IsIntactAndValidAndSaysSo(string at)
    {
        // Arrange
        var upload = Flip(await File.ReadAllBytesAsync(await UploadAsync("video.mp4")), at);

        // Act
        var (signed, file) = await Resigning.LabelAsync(upload, options: TrustingBoth);

        // Assert
        var (report, peer) = await ReadAsync("video.mp4", file);
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.True(peer.State is "Valid" or "Trusted", $"{peer.State}: {peer.Error} {Results(peer)}");
        Assert.NotNull(signed.ParentManifest);
        Assert.Contains("mismatch", Ingredient(peer, signed).GetProperty("validation_results").ToString(), StringComparison.Ordinal);
    }

    /// <summary>Genuine files of some generators have signers that no list names.</summary>
    [Fact]
    public async Task SignAsync_UploadOfAnUnknownSigner_IsTrustedHereAndValidThere()
    {
        // Arrange
        var upload = await File.ReadAllBytesAsync(await UploadAsync("video.mp4"));

        // Act
        var (_, file) = await Resigning.LabelAsync(upload);

        // Assert
        var path = await _ffmpeg.SaveAsync("copy.mp4", file);
        var peer = (await C2paRs.AskAsync(C2paRs.ReadNewer(path, Anchors(Resigning.Root))))[0];
        Assert.True(peer.State is "Trusted", $"{peer.State}: {peer.Error} {Results(peer)}");
    }

    [Theory]
    [InlineData("mdat")]
    [InlineData("moov")]
    [InlineData("mvhd")]
    [InlineData("c2pa.opened")]
    [InlineData("c2pa.edited.metadata")]
    [InlineData("c2pa.claim.v2")]
    [InlineData("Test Platform")]
    [InlineData("Platform Root")]
    [InlineData("trainedAlgorithmicMedia")]
    [InlineData("parentOf")]
    public async Task SignAsync_ByteChangedAfterwards_IsNotIntactForEither(string at)
    {
        // Arrange
        var (_, file) = await Resigning.LabelAsync(await File.ReadAllBytesAsync(await UploadAsync("video.mp4")), options: TrustingBoth);

        // Act
        var (report, peer) = await ReadAsync("video.mp4", Flip(file, at));

        // Assert
        Assert.True(peer.State is "Invalid" or "Error", peer.State);
        Assert.True(report.Credentials.Integrity is CredentialIntegrity.Broken or CredentialIntegrity.Unreadable
            || report.Problems.Any(problem => problem.Code is "ingredient.manifest.mismatch"), report.Credentials.ToString());
    }

    private async Task<C2paAnswer> AssertTrustedAsync(SignedCopy signed, string name, byte[] file)
    {
        var (report, peer) = await ReadAsync(name, file);
        Assert.Null(signed.Message);
        Assert.True(peer.State == "Trusted", $"{peer.State}: {peer.Error} {Results(peer)}");
        Assert.Equal(signed.Manifest, peer.Value.GetProperty("active_manifest").GetString());
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Equal(signed.Manifest, report.Credentials.ActiveManifest);
        Assert.Empty(report.Credentials.Violations);
        Assert.Empty(report.Problems);
        return peer;
    }

    private async Task<(LabelReport Report, C2paAnswer Peer)> ReadAsync(string name, byte[] file)
    {
        var path = await _ffmpeg.SaveAsync($"copy-{name}", file);
        using var source = new FileByteSource(path);
        return (
            await Inspect.Source(source, TrustingBoth),
            (await C2paRs.AskAsync(C2paRs.ReadNewer(path, Anchors(Resigning.Root, Uploader, Stamps))))[0]);
    }

    /// <summary>A video that c2pa-rs signed as generated by AI.</summary>
    private async Task<string> UploadAsync(string name, params string[] options)
    {
        var input = await _ffmpeg.MakeAsync(name, options);
        var output = Path.Combine(Path.GetDirectoryName(input)!, $"signed-{name}");
        var manifest = new
        {
            claim_version = 2,
            claim_generator_info = new[] { new { name = "Generator", version = "1" } },
            assertions = new[]
            {
                new
                {
                    label = "c2pa.actions.v2",
                    data = new { actions = new[] { new { action = "c2pa.created", digitalSourceType = Trained } } },
                },
            },
        };
        var answer = (await C2paRs.AskAsync(C2paRs.Sign(input, output, C2paSigner.Create("es256", Uploader), manifest)))[0];
        Assert.Null(answer.Error);
        return output;
    }

    private static string Results(C2paAnswer peer) => peer.Error is null ? peer.Value.GetProperty("validation_results").ToString() : "";

    private static JsonElement Manifest(C2paAnswer peer, string? label) => peer.Value.GetProperty("manifests").GetProperty(label!);

    private static JsonElement Ingredient(C2paAnswer peer, SignedCopy signed)
    {
        var ingredient = Assert.Single(Manifest(peer, signed.Manifest).GetProperty("ingredients").EnumerateArray());
        Assert.Equal("parentOf", ingredient.GetProperty("relationship").GetString());
        return ingredient;
    }

    private static string? ParentOf(C2paAnswer peer, SignedCopy signed) =>
        Ingredient(peer, signed).TryGetProperty("active_manifest", out var label) ? label.GetString() : null;

    private static IEnumerable<string?> ActionsOf(C2paAnswer peer, SignedCopy signed) =>
        Manifest(peer, signed.Manifest).GetProperty("assertions").EnumerateArray()
            .Single(assertion => assertion.GetProperty("label").GetString() == "c2pa.actions.v2")
            .GetProperty("data").GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("action").GetString());

    private static string Anchors(params TestPki[] roots) =>
        string.Join('\n', roots.Select(root => root.Certificate.ExportCertificatePem()));

    /// <summary>Flips a bit in the last occurrence of a text, or of the content of a box of that type.</summary>
    private static byte[] Flip(byte[] file, string text)
    {
        var found = file.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.InRange(found, 0, file.Length);
        byte[] flipped = [.. file];
        flipped[found + text.Length + (text.Length == 4 ? 12 : -1)] ^= 1;
        return flipped;
    }
}
