using System.Text.Json;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.Peers;

/// <summary>Time-stamps in a later manifest, read by both.</summary>
public sealed class C2paTimeStampTests : IDisposable
{
    private static readonly DateTimeOffset Signed = new(2021, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TestPki Root = TestPki.Root();
    private static readonly TestPki StampRoot = TestPki.Root("CN=Test TSA Root");

    private readonly Ffmpeg _ffmpeg = new();

    public void Dispose() => _ffmpeg.Dispose();

    /// <summary>
    /// c2pa-rs covers only the bare signature, while the specification requires the encoded one (C2PA 2.2, section 18.17.3).
    /// </summary>
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task ReadAsync_ExpiredSignerStampedLater_IsTrustedHereInEitherForm(bool isBare, bool isTakenByC2paRs)
    {
        var parent = new SealedManifest(Urn('1'), Root, new LeafOptions { Until = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        var token = new TestTimeStamper(StampRoot).Token(isBare ? parent.Signature : parent.Countersigned, Signed);
        var active = new ManifestBuilder(Urn('2')) { Signer = Root.Signer() }
            .Ingredient("parentOf", parent.Manifest)
            .Action("c2pa.opened")
            .Assertion("c2pa.time-stamp", new Dictionary<object, object?> { [parent.Label] = token });
        var path = await _ffmpeg.SaveAsync("stamped.mp4", SignedMp4.Build(active, parent.Manifest));

        using var source = new FileByteSource(path);
        var report = await Inspect.Source(
            source, new LabelReaderOptions { SignerAnchors = Root.AsAnchors, TimeStampAnchors = StampRoot.AsAnchors });
        var roots = Root.Certificate.ExportCertificatePem() + "\n" + StampRoot.Certificate.ExportCertificatePem();
        var peer = (await C2paRs.AskAsync(C2paRs.Read(path, roots)))[0];

        Assert.Equal("trusted", Assert.Single(report.Findings).Details["signerTrust"]);
        Assert.Equal(
            isTakenByC2paRs, !JsonSerializer.Serialize(peer.Value).Contains("signingCredential.expired", StringComparison.Ordinal));
    }

    private static string Urn(char digit) => $"urn:c2pa:{new string(digit, 8)}-0d59-4f0e-8d2f-3f6a7a3d6c11";
}
