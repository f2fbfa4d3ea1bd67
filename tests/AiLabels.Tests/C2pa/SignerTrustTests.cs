using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

public sealed class SignerTrustTests
{
    private static readonly DateTimeOffset Signed = new(2021, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeafOptions ExpiredLeaf = new() { Until = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private static readonly TestPki Root = TestPki.Root();
    private static readonly TestPki StampRoot = TestPki.Root("CN=Test TSA Root");

    [Fact]
    public async Task Read_SignerUnderAnAnchor_IsTrusted()
    {
        Assert.Equal(SignerTrust.Trusted, await TrustIn(Root.Signer()));
    }

    [Fact]
    public async Task Read_SignerThroughAnIntermediate_IsTrusted()
    {
        var intermediate = Root.Intermediate();

        Assert.Equal(SignerTrust.Trusted, await TrustIn(intermediate.Signer(null, intermediate)));
        Assert.Equal(SignerTrust.Trusted, await TrustIn(intermediate.Signer(null, intermediate, Root)));
        Assert.Equal(SignerTrust.Untrusted, await TrustIn(intermediate.Signer()));
    }

    [Fact]
    public async Task Read_IntermediateAsAnchor_IsTrusted()
    {
        var intermediate = Root.Intermediate();

        Assert.Equal(SignerTrust.Trusted, await TrustIn(intermediate.Signer(), intermediate.AsAnchors));
    }

    [Fact]
    public async Task Read_ExpiredIntermediate_IsExpired()
    {
        var intermediate = Root.Intermediate(until: new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(SignerTrust.Expired, await TrustIn(intermediate.Signer(ExpiredLeaf, intermediate)));
    }

    [Fact]
    public async Task Read_RootsOfOneName_AreToldApartByTheirKeys()
    {
        var twin = TestPki.Root();
        var both = TrustAnchors.FromPem(twin.Certificate.ExportCertificatePem() + "\n" + Root.Certificate.ExportCertificatePem());

        Assert.Equal(SignerTrust.Untrusted, await TrustIn(twin.Signer()));
        Assert.Equal(SignerTrust.Trusted, await TrustIn(Root.Signer(), both));
    }

    [Fact]
    public async Task Read_SelfSignedWithAFamousName_IsUntrusted()
    {
        Assert.Equal(SignerTrust.Untrusted, await TrustIn(TestPki.SelfSigned("CN=OpenAI, O=OpenAI")));
    }

    [Fact]
    public async Task Read_ExpiredStranger_IsUntrustedAndBothFaultsAreNamed()
    {
        var report = await Read(TestPki.Root("CN=Stranger").Signer(ExpiredLeaf));

        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Untrusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Equal(
            ["signingCredential.untrusted", "claimSignature.outsideValidity"], report.Problems.Select(static problem => problem.Code));
    }

    [Fact]
    public async Task Read_NoAnchorsAtAll_LeavesTheSignerUnverified()
    {
        Assert.Equal(SignerTrust.Unverified, await TrustIn(Root.Signer(), TrustAnchors.None));
        Assert.Equal(SignerTrust.Expired, await TrustIn(Root.Signer(ExpiredLeaf), TrustAnchors.None));
    }

    [Fact]
    public async Task Read_OutsideTheValidity_IsExpiredOrNotYetValid()
    {
        var future = new LeafOptions { From = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero), Until = new(2047, 1, 1, 0, 0, 0, TimeSpan.Zero) };

        Assert.Equal(SignerTrust.Expired, await TrustIn(Root.Signer(ExpiredLeaf)));
        Assert.Equal(SignerTrust.NotYetValid, await TrustIn(Root.Signer(future)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2.5.29.37.0")]
    [InlineData("1.3.6.1.5.5.7.3.1")]
    [InlineData("1.3.6.1.5.5.7.3.8")]
    [InlineData("1.3.6.1.5.5.7.3.9")]
    [InlineData("1.3.6.1.5.5.7.3.4 1.3.6.1.5.5.7.3.8")]
    public async Task Read_PurposeThatIsNotForClaims_IsInvalid(string purposes)
    {
        var leaf = new LeafOptions { Purposes = purposes.Split(' ', StringSplitOptions.RemoveEmptyEntries) };

        Assert.Equal(SignerTrust.Invalid, await TrustIn(Root.Signer(leaf)));
    }

    [Theory]
    [InlineData("1.3.6.1.5.5.7.3.36")]
    [InlineData("1.3.6.1.4.1.62558.2.1")]
    [InlineData("1.3.6.1.5.5.7.3.4 1.3.6.1.5.5.7.3.1")]
    public async Task Read_PurposeForClaims_IsTrusted(string purposes)
    {
        Assert.Equal(SignerTrust.Trusted, await TrustIn(Root.Signer(new LeafOptions { Purposes = purposes.Split(' ') })));
    }

    [Fact]
    public async Task Read_AuthorityAsSigner_IsInvalid()
    {
        Assert.Equal(SignerTrust.Invalid, await TrustIn(Root.Signer(new LeafOptions { IsAuthority = true })));
    }

    [Fact]
    public async Task Read_RsaKeyUnder2048Bits_IsInvalidAndTheSignatureStillItsOwn()
    {
        // Arrange
        var (key, certificate) = Root.Leaf(new LeafOptions { Key = RSA.Create(1024) });

        // Act
        var report = await Read(new TestSigner(key, certificate) { Algorithm = -37 });

        // Assert
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Invalid), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Contains(report.Problems, problem => problem.Code == "signingCredential.invalid");
        Assert.DoesNotContain(report.Problems, problem => problem.Code == "claimSignature.mismatch");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task Read_ExpiredSignerWithTrustedTimeStamp_IsTrustedAtThatTime(int version, bool asResponse)
    {
        var report = await Read(Stamped(new TestTimeStamper(StampRoot).Stamp(Signed, version, asResponse: asResponse)));

        Assert.Equal((SignerTrust.Trusted, Signed), (report.Credentials.Signer, report.Credentials.SignedAt));
    }

    [Fact]
    public async Task Read_TimeStampByAStrangerOrASignersRoot_DoesNotCount()
    {
        var stranger = await Read(Stamped(new TestTimeStamper(TestPki.Root("CN=Stranger")).Stamp(Signed)));
        var signersRoot = await Read(Stamped(new TestTimeStamper(Root).Stamp(Signed)));

        Assert.All([stranger, signersRoot], report =>
        {
            Assert.Equal(SignerTrust.Expired, report.Credentials.Signer);
            Assert.Contains(report.Problems, problem => problem.Code == "timeStamp.untrusted");
        });
    }

    [Fact]
    public async Task Read_TimeStampOfAnotherClaim_DoesNotCount()
    {
        var report = await Read(Stamped(new TestTimeStamper(StampRoot).Stamp(Signed, instead: [1, 2, 3])));

        Assert.Equal(SignerTrust.Expired, report.Credentials.Signer);
        Assert.Contains(report.Problems, problem => problem.Code == "timeStamp.mismatch");
    }

    [Fact]
    public async Task Read_TimeStampOutsideItsAuthoritysValidity_DoesNotCount()
    {
        // Arrange
        var late = new LeafOptions { Purposes = [TestPki.TimeStamping], From = Signed.AddYears(1) };

        // Act
        var report = await Read(Stamped(new TestTimeStamper(StampRoot, late).Stamp(Signed)));

        // Assert
        Assert.Equal(SignerTrust.Expired, report.Credentials.Signer);
        Assert.Contains(report.Problems, problem => problem.Code == "timeStamp.outsideValidity");
    }

    [Fact]
    public async Task Read_StampersRootAsSignersRoot_IsUntrusted()
    {
        Assert.Equal(SignerTrust.Untrusted, await TrustIn(StampRoot.Signer()));
    }

    [Fact]
    public async Task Read_StapledRevocation_CountsWhenTheIssuerOrItsResponderSignedIt()
    {
        var rootKey = Root.Certificate.GetECDsaPrivateKey()!;
        var (responderKey, responder) = Root.Leaf(new LeafOptions { Purposes = [TestPki.OcspSigning], Serial = [9] });
        var (strangerKey, stranger) = TestPki.Root("CN=Stranger").Leaf(new LeafOptions { Purposes = [TestPki.OcspSigning] });

        Assert.Equal(SignerTrust.Revoked, await TrustIn(Stapled(TestOcsp.Staple([0x11, 0x22], isRevoked: true, rootKey))));
        Assert.Equal(
            SignerTrust.Revoked, await TrustIn(Stapled(TestOcsp.Staple([0x11, 0x22], isRevoked: true, (ECDsa)responderKey, responder))));
        Assert.Equal(SignerTrust.Trusted, await TrustIn(Stapled(TestOcsp.Staple([0x11, 0x22], isRevoked: false, rootKey))));
        Assert.Equal(SignerTrust.Trusted, await TrustIn(Stapled(TestOcsp.Staple([0x33], isRevoked: true, rootKey))));
        Assert.Equal(
            SignerTrust.Trusted, await TrustIn(Stapled(TestOcsp.Staple([0x11, 0x22], isRevoked: true, (ECDsa)strangerKey, stranger))));
    }

    private static TestSigner Stamped(Action<Dictionary<object, object?>, byte[], byte[], byte[]> stamp)
    {
        var (key, certificate) = Root.Leaf(ExpiredLeaf);
        return new TestSigner(key, certificate) { Countersign = stamp };
    }

    private static TestSigner Stapled(Action<Dictionary<object, object?>, byte[], byte[], byte[]> staple)
    {
        var (key, certificate) = Root.Leaf(new());
        return new TestSigner(key, certificate) { Countersign = staple };
    }

    private static async Task<SignerTrust> TrustIn(TestSigner signer, TrustAnchors? anchors = null) =>
        (await Read(signer, anchors)).Credentials.Signer;

    private static async Task<LabelReport> Read(TestSigner signer, TrustAnchors? anchors = null)
    {
        var manifest = new ManifestBuilder("urn:c2pa:1") { Signer = signer }.Action("c2pa.created", SourceTypes.Capture);
        var options = new LabelReaderOptions { SignerAnchors = anchors ?? Root.AsAnchors, TimeStampAnchors = StampRoot.AsAnchors };
        var report = await Inspect.Source(new MemoryByteSource(SignedMp4.Build(manifest)), options);
        Assert.NotEqual(CredentialIntegrity.Unreadable, report.Credentials.Integrity);
        return report;
    }
}
