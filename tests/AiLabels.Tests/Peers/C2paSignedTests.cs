using System.Text;
using System.Text.Json;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.Peers;

/// <summary>Files just signed by c2pa-rs, read by both.</summary>
[Trait("Needs", "minutes")]
public sealed class C2paSignedTests : IDisposable
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private const string Camera = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

    private static readonly TestPki Root = TestPki.Root();

    private readonly Ffmpeg _ffmpeg = new();

    public void Dispose() => _ffmpeg.Dispose();

    [Theory]
    [InlineData("es256", 2)]
    [InlineData("es384", 2)]
    [InlineData("es512", 2)]
    [InlineData("ps256", 2)]
    [InlineData("ps384", 2)]
    [InlineData("ps512", 2)]
    [InlineData("ed25519", 2)]
    [InlineData("es256", 1)]
    [InlineData("ps256", 1)]
    [InlineData("ed25519", 1)]
    public async Task ReadAsync_AnyAlgorithmAndClaimVersion_IsIntactAndTrusted(string algorithm, int claimVersion)
    {
        var video = await _ffmpeg.MakeAsync("video.mp4");

        await AssertIntactAsync(
            await SignAsync(video, C2paSigner.Create(algorithm, Root), Created(Trained, claimVersion)), AiOrigin.Confirmed);
    }

    [Theory]
    [InlineData("video.mov")]
    [InlineData("video.avi")]
    [InlineData("first.mp4", "-movflags", "+faststart")]
    [InlineData("fragmented.mp4", "-movflags", "frag_keyframe+empty_moov", "-g", "2")]
    public async Task ReadAsync_AnyContainer_IsIntactUntilAByteOfTheMediaChanges(string name, params string[] options)
    {
        var signed = await SignAsync(await _ffmpeg.MakeAsync(name, options), C2paSigner.Create("es256", Root), Created(Trained));
        await AssertIntactAsync(signed, AiOrigin.Confirmed);

        var tampered = await FlipAsync(signed, name.EndsWith(".avi", StringComparison.Ordinal) ? "movi"u8.ToArray() : "mdat"u8.ToArray());

        await AssertBrokenAsync(tampered);
    }

    [Theory]
    [InlineData("c2pa.created")]
    [InlineData("c2pa.claim.v2")]
    [InlineData("trainedAlgorithmicMedia")]
    [InlineData("Leaf Organisation")]
    [InlineData("sha256")]
    public async Task ReadAsync_ByteOfTheManifestChanged_IsNotIntact(string at)
    {
        var signed = await SignAsync(await _ffmpeg.MakeAsync("video.mp4"), C2paSigner.Create("es256", Root), Created(Trained));

        await AssertBrokenAsync(await FlipAsync(signed, Encoding.ASCII.GetBytes(at)));
    }

    [Theory]
    [InlineData("parentOf")]
    [InlineData("componentOf")]
    public async Task ReadAsync_GeneratedIngredientOfAnEdit_IsConfirmedThroughIt(string relationship)
    {
        var signer = C2paSigner.Create("es256", Root);
        var generated = await SignAsync(await _ffmpeg.MakeAsync("generated.mp4"), signer, Created(Trained));
        var ingredient = new { path = generated, title = "generated", relationship };
        var manifest = relationship == "parentOf" ? Manifest(new { action = "c2pa.color_adjustments" }) : Created(Camera);

        var edited = await SignAsync(
            await _ffmpeg.MakeAsync("edited.mp4", "-b:v", "50k"), signer, manifest, relationship == "parentOf" ? "edit" : null, ingredient);

        await AssertIntactAsync(edited, AiOrigin.Confirmed);
    }

    /// <summary>
    /// c2pa-rs does not sign with a certificate that is not valid now, so these are signed here: integrity and trust are separate facts.
    /// </summary>
    [Theory]
    [InlineData(-5, -1, "expired")]
    [InlineData(1, 10, "notYetValid")]
    public async Task ReadAsync_CertificateOutsideItsTime_IsIntactHereAndInvalidThere(int fromYears, int untilYears, string trust)
    {
        // Arrange
        var now = TimeProvider.System.GetUtcNow();
        var signer = Root.Signer(new LeafOptions { From = now.AddYears(fromYears), Until = now.AddYears(untilYears) });

        // Act
        var (report, peer) = await ReadAsync(await _ffmpeg.SaveAsync("built.mp4", SignedMp4.Build(Built(signer))));

        // Assert
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.Equal(trust, JsonNamingPolicy.CamelCase.ConvertName(report.Credentials.Signer.ToString()));
        Assert.Equal("Invalid", peer.State);
    }

    /// <summary>c2pa-rs accepts files of the builder that the other tests use.</summary>
    [Fact]
    public async Task ReadAsync_FileOfTheTestsOwnBuilder_IsTrustedByBoth() =>
        await AssertIntactAsync(await _ffmpeg.SaveAsync("built.mp4", SignedMp4.Build(Built(Root.Signer()))), AiOrigin.Confirmed);

    private static ManifestBuilder Built(TestSigner signer) =>
        new ManifestBuilder("urn:c2pa:1bf95a7e-0d59-4f0e-8d2f-3f6a7a3d6c11") { Signer = signer }.Action("c2pa.created", Trained);

    private static async Task AssertIntactAsync(string path, AiOrigin origin)
    {
        var (report, peer) = await ReadAsync(path);
        var active = peer.Value.GetProperty("active_manifest").GetString()!;
        var signature = peer.Value.GetProperty("manifests").GetProperty(active).GetProperty("signature_info");

        Assert.Equal("Trusted", peer.State);
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted, origin),
            (report.Credentials.Integrity, report.Credentials.Signer, report.Origin));
        Assert.Equal(active, report.Credentials.ActiveManifest);
        Assert.Equal(
            $"{signature.GetProperty("issuer").GetString()}, {signature.GetProperty("common_name").GetString()}",
                report.Credentials.SignerName);
        Assert.Contains(report.Findings, finding => finding.Raw == Trained);
        Assert.Empty(report.Problems);
    }

    private static async Task AssertBrokenAsync(string path)
    {
        var (report, peer) = await ReadAsync(path);

        Assert.True(peer.State is "Invalid" or "Error", peer.State);
        Assert.True(report.Credentials.Integrity is CredentialIntegrity.Broken or CredentialIntegrity.Unreadable,
            report.Credentials.Integrity.ToString());
        Assert.NotEqual(AiOrigin.Confirmed, report.Origin);
    }

    private static async Task<(LabelReport Report, C2paAnswer Peer)> ReadAsync(string path)
    {
        using var source = new FileByteSource(path);
        var report = await Inspect.Source(source, new LabelReaderOptions { SignerAnchors = Root.AsAnchors });
        return (report, (await C2paRs.AskAsync(C2paRs.Read(path, Root.Certificate.ExportCertificatePem())))[0]);
    }

    private static async Task<string> SignAsync(
        string input, C2paSigner signer, object manifest, object? intent = null, params object[] ingredients)
    {
        var output = Path.Combine(Path.GetDirectoryName(input)!, $"signed-{Path.GetFileName(input)}");
        var answer = (await C2paRs.AskAsync(C2paRs.Sign(input, output, signer, manifest, intent, ingredients)))[0];
        Assert.Null(answer.Error);
        return output;
    }

    /// <summary>Creates a copy with one bit flipped directly after the first occurrence of a text.</summary>
    private static async Task<string> FlipAsync(string path, byte[] text)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        var at = bytes.AsSpan().IndexOf(text);
        Assert.InRange(at, 0, bytes.Length);
        bytes[at + text.Length + (text.Length == 4 ? 40 : -1)] ^= 1;
        var tampered = Path.Combine(Path.GetDirectoryName(path)!, $"tampered-{Path.GetFileName(path)}");
        await File.WriteAllBytesAsync(tampered, bytes);
        return tampered;
    }

    private static object Created(string sourceType, int claimVersion = 2) =>
        Manifest(new { action = "c2pa.created", digitalSourceType = sourceType }, claimVersion);

    private static object Manifest(object action, int claimVersion = 2) => new
    {
        claim_version = claimVersion,
        claim_generator_info = new[] { new { name = "Test Generator" } },
        assertions = new[] { new { label = claimVersion == 1 ? "c2pa.actions" : "c2pa.actions.v2",
            data = new { actions = new[] { action } } } },
    };
}
