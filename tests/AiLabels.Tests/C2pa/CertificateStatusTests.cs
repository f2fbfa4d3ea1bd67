using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>OCSP responses in a later manifest for the certificates of earlier ones (C2PA 2.2, sections 15.9 and 18.18).</summary>
public sealed class CertificateStatusTests
{
    private static readonly DateTimeOffset Signed = new(2021, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Serial = [0x11, 0x22];

    private static readonly TestPki Root = TestPki.Root();
    private static readonly TestPki StampRoot = TestPki.Root("CN=Test TSA Root");
    private static readonly ECDsa RootKey = Root.Certificate.GetECDsaPrivateKey()!;
    private static readonly TestTimeStamper Stamper = new(StampRoot);

    [Fact]
    public async Task Read_LaterManifestSaysRevoked_SignerIsRevokedAndNamed()
    {
        var report = await Read(Parent(), TestOcsp.Response(Serial, isRevoked: true, RootKey));

        Assert.Equal("revoked", TrustIn(report));
        Assert.Contains(report.Problems,
            problem => problem.Code == "signingCredential.ocsp.revoked"
                && problem.Message.Contains("ingredient", StringComparison.Ordinal));
        Assert.Equal(SignerTrust.Trusted, report.Credentials.Signer);
    }

    [Fact]
    public async Task Read_AnswerOfADelegatedResponder_Counts()
    {
        var (key, responder) = Root.Leaf(new LeafOptions { Purposes = [TestPki.OcspSigning], Serial = [9] });

        Assert.Equal("revoked", TrustIn(await Read(Parent(), TestOcsp.Response(Serial, isRevoked: true, (ECDsa)key, [responder]))));
    }

    [Fact]
    public async Task Read_AnswerOfAStrangerOrAboutAnother_SaysNothing()
    {
        var stranger = TestPki.Root("CN=Stranger");
        var (key, responder) = stranger.Leaf(new LeafOptions { Purposes = [TestPki.OcspSigning] });

        byte[][] answers =
        [
            TestOcsp.Response(Serial, isRevoked: true, stranger.Certificate.GetECDsaPrivateKey()!),
            TestOcsp.Response(Serial, isRevoked: true, (ECDsa)key, [responder]),
            TestOcsp.Response([0x33], isRevoked: true, RootKey),
            [],
            [0x30, 0x80],
            new byte[100_000],
        ];

        Assert.Equal("trusted", TrustIn(await Read(Parent(), answers)));
    }

    [Fact]
    public async Task Read_AnswerBehindOthersThatCannotBeRead_Counts()
    {
        Assert.Equal("revoked", TrustIn(await Read(Parent(), [1, 2, 3], TestOcsp.Response(Serial, isRevoked: true, RootKey))));
    }

    [Fact]
    public async Task Read_RevokedAfterTheAttestedTimeAndGoodThen_IsTrusted()
    {
        var parent = Parent(Stamper.Stamp(Signed));
        var revoked = TestOcsp.Response(Serial, isRevoked: true, RootKey, revokedAt: Signed.AddYears(1));
        var good = TestOcsp.Response(Serial, isRevoked: false, RootKey);

        Assert.Equal("trusted", TrustIn(await Read(parent, revoked, good)));
        Assert.Equal("revoked", TrustIn(await Read(parent, revoked)));
    }

    [Fact]
    public async Task Read_RevokedBeforeTheAttestedTime_IsRevokedWhateverElseIsThere()
    {
        var revoked = TestOcsp.Response(Serial, isRevoked: true, RootKey, revokedAt: Signed.AddDays(-1));
        var good = TestOcsp.Response(Serial, isRevoked: false, RootKey);

        Assert.Equal("revoked", TrustIn(await Read(Parent(Stamper.Stamp(Signed)), good, revoked)));
    }

    [Fact]
    public async Task Read_RevokedAndGoodWithoutAttestedTime_IsRevoked()
    {
        var revoked = TestOcsp.Response(Serial, isRevoked: true, RootKey, revokedAt: new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var good = TestOcsp.Response(Serial, isRevoked: false, RootKey);

        Assert.Equal("revoked", TrustIn(await Read(Parent(), good, revoked)));
    }

    [Fact]
    public async Task Read_AssertionWithoutAnswers_SaysNothing()
    {
        var parent = Parent();

        foreach (var content in new object[] { new Map(), new Map { ["ocspVals"] = "none" },
            new Map { ["ocspVals"] = new object?[] { 1, "x" } }, new object?[] { 1 } })
        {
            Assert.Equal("trusted", TrustIn(await Read(Later(parent, content), parent)));
        }
    }

    private static SealedManifest Parent(Action<Map, byte[], byte[], byte[]>? countersign = null) =>
        new("urn:c2pa:parent", Root, new() { Serial = Serial }, countersign);

    private static Task<LabelReport> Read(SealedManifest parent, params byte[][] answers) =>
        Read(Later(parent, new Map { ["ocspVals"] = Array.ConvertAll(answers, object? (answer) => answer) }), parent);

    private static ManifestBuilder Later(SealedManifest parent, object status) =>
        new ManifestBuilder("urn:c2pa:active") { Signer = Root.Signer(new LeafOptions { Serial = [0x77] }) }.Ingredient(
            "parentOf", parent.Manifest).Assertion("c2pa.certificate-status", status);

    private static async Task<LabelReport> Read(ManifestBuilder active, SealedManifest parent)
    {
        var options = new LabelReaderOptions { SignerAnchors = Root.AsAnchors, TimeStampAnchors = StampRoot.AsAnchors };
        var report = await Inspect.Source(new MemoryByteSource(SignedMp4.Build(active, parent.Manifest)), options);
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        return report;
    }

    private static string TrustIn(LabelReport report) => Assert.Single(report.Findings).Details["signerTrust"];
}
