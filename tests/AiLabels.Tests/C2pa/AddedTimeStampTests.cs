using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>Time-stamps in a later manifest for the signature of an earlier one (C2PA 2.2, section 15.8.1.2).</summary>
public sealed class AddedTimeStampTests
{
    private static readonly DateTimeOffset Signed = new(2021, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeafOptions ExpiredLeaf = new() { Until = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private static readonly TestPki Root = TestPki.Root();
    private static readonly TestPki StampRoot = TestPki.Root("CN=Test TSA Root");
    private static readonly TestTimeStamper Stamper = new(StampRoot);

    [Fact]
    public async Task Read_ExpiredSignerStampedLater_IsTrustedAtThatTime()
    {
        // Arrange
        var parent = Expired();

        // Act
        var report = await Read(parent, Stamp(parent, parent.Countersigned));

        // Assert
        Assert.Equal(("trusted", "2021-06-01 12:00:00Z"), TrustIn(report));
        Assert.Empty(CodesOf(report));
    }

    [Fact]
    public async Task Read_ExpiredSignerStampedLaterAsC2paRsDoes_IsTrustedAtThatTime()
    {
        var parent = Expired();

        Assert.Equal(("trusted", "2021-06-01 12:00:00Z"), TrustIn(await Read(parent, Stamp(parent, parent.Signature))));
    }

    [Fact]
    public async Task Read_ExpiredSignerStampedLaterByAWholeResponse_IsTrustedAtThatTime()
    {
        // Arrange
        var parent = Expired();
        var response = TestTimeStamper.Response(Stamper.Token(parent.Countersigned, Signed));

        // Act
        var report = await Read(parent, (parent.Label, response));

        // Assert
        Assert.Equal(("trusted", "2021-06-01 12:00:00Z"), TrustIn(report));
    }

    [Fact]
    public async Task Read_ExpiredSignerThatNobodyStamped_IsExpiredAndNoFaultOfTheFile()
    {
        var report = await Read(Expired());

        Assert.Equal(("expired", null), TrustIn(report));
        Assert.Empty(CodesOf(report));
        Assert.Equal((AiOrigin.Confirmed, SignerTrust.Trusted), (report.Origin, report.Credentials.Signer));
    }

    [Fact]
    public async Task Read_StampByAStrangerOrTheSignersRoot_DoesNotCount()
    {
        var parent = Expired();

        foreach (var authority in new[] { TestPki.Root("CN=Stranger"), Root })
        {
            var report = await Read(parent, Stamp(parent, parent.Countersigned, new TestTimeStamper(authority)));
            Assert.Equal(("expired", null), TrustIn(report));
            Assert.Equal(["timeStamp.untrusted"], CodesOf(report));
        }
    }

    [Fact]
    public async Task Read_StampOfAnotherSignature_DoesNotCount()
    {
        // Arrange
        var parent = Expired();

        // Act
        var report = await Read(parent, Stamp(parent, Expired("urn:c2pa:other").Countersigned));

        // Assert
        Assert.Equal(("expired", null), TrustIn(report));
        Assert.Equal(["timeStamp.mismatch"], CodesOf(report));
    }

    [Fact]
    public async Task Read_StampAfterTheCertificateExpired_DoesNotSaveIt()
    {
        // Arrange
        var parent = Expired();

        // Act
        var report = await Read(parent, (parent.Label, Stamper.Token(parent.Countersigned, Signed.AddYears(2))));

        // Assert
        Assert.Equal(("expired", "2023-06-01 12:00:00Z"), TrustIn(report));
    }

    [Fact]
    public async Task Read_StampThatIsNoneOrTooLong_DoesNotCount()
    {
        var parent = Expired();

        foreach (var token in new byte[][] { [], [1, 2, 3], new byte[100_000] })
        {
            var report = await Read(parent, (parent.Label, token));
            Assert.Equal(("expired", null), TrustIn(report));
            Assert.Equal(["timeStamp.malformed"], CodesOf(report));
        }
    }

    [Fact]
    public async Task Read_BadStampBesideTheSignatureAndAGoodOneLater_CountsTheGoodOne()
    {
        // Arrange
        var parent = new SealedManifest("urn:c2pa:parent", Root, ExpiredLeaf, Stamper.Stamp(Signed, instead: [1, 2, 3]));

        // Act
        var report = await Read(parent, Stamp(parent, parent.Countersigned));

        // Assert
        Assert.Equal(("trusted", "2021-06-01 12:00:00Z"), TrustIn(report));
        Assert.Empty(CodesOf(report));
    }

    [Fact]
    public async Task Read_GoodStampBesideTheSignature_IsTheOneThatCounts()
    {
        // Arrange
        var parent = new SealedManifest("urn:c2pa:parent", Root, ExpiredLeaf, Stamper.Stamp(Signed));

        // Act
        var report = await Read(parent, (parent.Label, Stamper.Token(parent.Countersigned, Signed.AddMonths(1))));

        // Assert
        Assert.Equal(("trusted", "2021-06-01 12:00:00Z"), TrustIn(report));
    }

    [Fact]
    public async Task Read_StampsInTwoManifests_AreTriedUntilOneHolds()
    {
        // Arrange
        var parent = Expired();
        var middle = Later(
            "urn:c2pa:middle", parent.Manifest, Stamp(parent, parent.Countersigned, new TestTimeStamper(TestPki.Root("CN=Stranger"))));
        var active = Later("urn:c2pa:active", middle, Stamp(parent, parent.Countersigned));

        // Act
        var report = await Read(active, parent.Manifest, middle);

        // Assert
        Assert.Equal(("trusted", "2021-06-01 12:00:00Z"), TrustIn(report));
        Assert.Empty(CodesOf(report));
    }

    [Fact]
    public async Task Read_UpdateThatOnlyStampsItsParent_LeavesItIntactAndItsSignerTrusted()
    {
        var parent = Expired();
        var file = SignedMp4.Build(parent.Manifest);
        Encoding.ASCII.GetBytes("original", file.AsSpan(file.AsSpan().IndexOf("manifest\0"u8)));
        var update = new ManifestBuilder("urn:c2pa:update") { Type = "c2um", Signer = Root.Signer() }
            .Ingredient("parentOf", parent.Manifest)
            .Assertion("c2pa.time-stamp", new Map { [parent.Label] = Stamper.Token(parent.Countersigned, Signed) });

        var report = await Inspect.Source(
            new MemoryByteSource([.. file, .. SignedMp4.C2paBox(Jumbf.Store(update.Build()), "update")]), Trusting);

        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Equal(("trusted", "2021-06-01 12:00:00Z"), TrustIn(report));
    }

    [Fact]
    public async Task Read_ManifestThatStampsItself_IsExpiredAsBefore()
    {
        var (key, certificate) = Root.Leaf(ExpiredLeaf);
        var active = new ManifestBuilder("urn:c2pa:1") { Signer = new TestSigner(key, certificate) }
            .Assertion("c2pa.time-stamp", new Map { ["urn:c2pa:1"] = Stamper.Token([1, 2, 3], Signed) });

        var report = await Read(active);

        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Expired), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Contains("timeStamp.mismatch", report.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Read_ManifestsThatStampEachOtherInACircle_AreVisitedOnce()
    {
        var parent = Expired();
        var other = new SealedManifest("urn:c2pa:b", Root, ExpiredLeaf);
        parent.Manifest.Assertion("c2pa.time-stamp", new Map { [other.Label] = Stamper.Token(other.Countersigned, Signed) })
            .Ingredient("parentOf", other.Manifest);
        other.Manifest.Ingredient("componentOf", parent.Manifest);

        var report = await Read(
            Later("urn:c2pa:active", parent.Manifest, Stamp(parent, parent.Countersigned)), parent.Manifest, other.Manifest);

        Assert.Equal(2, report.Findings.Count);
        Assert.Equal("trusted", report.Findings[0].Details["signerTrust"]);
    }

    [Fact]
    public async Task Read_HundredsOfStamps_AreNotAllTried()
    {
        // Arrange
        var parent = Expired();
        var stranger = new TestTimeStamper(TestPki.Root("CN=Stranger")).Token(parent.Countersigned, Signed);
        var chain = new List<ManifestBuilder> { parent.Manifest };
        for (var i = 0; i < 100; i++)
        {
            chain.Add(Later($"urn:c2pa:{i}", chain[^1], (parent.Label, stranger)));
        }

        // Act
        var report = await Read(Later("urn:c2pa:active", chain[^1], Stamp(parent, parent.Countersigned)), [.. chain]);

        // Assert
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.Contains(report.Findings, finding => finding.Details["manifest"] == parent.Label);
    }

    private static LabelReaderOptions Trusting => new() { SignerAnchors = Root.AsAnchors, TimeStampAnchors = StampRoot.AsAnchors };

    private static SealedManifest Expired(string label = "urn:c2pa:parent") => new(label, Root, ExpiredLeaf);

    private static (string Label, byte[] Token) Stamp(SealedManifest manifest, byte[] covered, TestTimeStamper? stamper = null) =>
        (manifest.Label, (stamper ?? Stamper).Token(covered, Signed));

    private static ManifestBuilder Later(string label, ManifestBuilder parent, params (string Label, byte[] Token)[] stamps)
    {
        var manifest = new ManifestBuilder(label) { Signer = Root.Signer() }.Ingredient("parentOf", parent);
        return stamps.Length == 0
            ? manifest
            : manifest.Assertion("c2pa.time-stamp", stamps.ToDictionary(stamp => (object)stamp.Label, stamp => (object?)stamp.Token));
    }

    private static Task<LabelReport> Read(SealedManifest parent, params (string Label, byte[] Token)[] stamps) =>
        Read(Later("urn:c2pa:active", parent.Manifest, stamps), parent.Manifest);

    private static Task<LabelReport> Read(ManifestBuilder active, params ManifestBuilder[] ingredients) =>
        Inspect.Source(new MemoryByteSource(SignedMp4.Build(active, ingredients)), Trusting);

    private static (string? Trust, string? SignedAt) TrustIn(LabelReport report)
    {
        var details = Assert.Single(report.Findings).Details;
        return (details.GetValueOrDefault("signerTrust"), details.GetValueOrDefault("signedAt"));
    }

    /// <summary>Returns the codes without those about actions, which these manifests lack.</summary>
    private static IEnumerable<string> CodesOf(LabelReport report) =>
        report.Problems.Select(problem => problem.Code).Where(code => !code.StartsWith("assertion.action.", StringComparison.Ordinal));
}
