using System.Security.Cryptography;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

public sealed class ClaimSignatureTests
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private static readonly TestPki Root = TestPki.Root();

    public static TheoryData<int, string> Algorithms() => new()
    {
        { -7, "P-256" }, { -7, "P-521" }, { -35, "P-384" }, { -36, "P-521" }, { -37, "RSA" }, { -38, "RSA" }, { -39, "RSA" },
    };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Read_AllowedAlgorithm_IsIntact(int algorithm, string key)
    {
        var report = await Read(Signer(key, algorithm));

        Assert.Equal((CredentialIntegrity.Intact, AiOrigin.Confirmed), (report.Credentials.Integrity, report.Origin));
        Assert.Equal("Leaf Organisation, Leaf", report.Credentials.SignerName);
    }

    [Theory]
    [InlineData(-257, CredentialIntegrity.Broken)]
    [InlineData(-47, CredentialIntegrity.Broken)]
    [InlineData(-37, CredentialIntegrity.Broken)]
    [InlineData(-999, CredentialIntegrity.Unreadable)]
    public async Task Read_AlgorithmThatIsRefusedUnknownOrNotTheKeys_IsNotIntact(int algorithm, CredentialIntegrity integrity)
    {
        var report = await Read(Signer("P-256", algorithm));

        Assert.Equal((integrity, AiOrigin.Suspected), (report.Credentials.Integrity, report.Origin));
    }

    public static TheoryData<string, Func<byte[], byte[]>> Damages() => new()
    {
        { "empty", _ => [] },
        { "zero", signature => new byte[signature.Length] },
        { "cut", signature => signature[..^1] },
        { "flipped", signature => [.. signature[..^1], (byte)(signature[^1] ^ 1)] },
        { "DER", _ => Convert.FromHexString("3006020101020101") },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Read_DamagedSignature_IsBroken(string what, Func<byte[], byte[]> damage)
    {
        // Arrange
        var (key, certificate) = Root.Leaf(new());

        // Act
        var report = await Read(new TestSigner(key, certificate) { Tamper = damage });

        // Assert
        Assert.True(report.Credentials.Integrity == CredentialIntegrity.Broken, what);
        Assert.Contains(report.Problems, problem => problem.Code == "claimSignature.mismatch");
        Assert.Equal(AiOrigin.Suspected, report.Origin);
    }

    [Fact]
    public async Task Read_SignatureByAnotherKey_IsBroken()
    {
        var report = await Read(new TestSigner(ECDsa.Create(ECCurve.NamedCurves.nistP256), Root.Leaf(new()).Certificate));

        Assert.Equal((CredentialIntegrity.Broken, SignerTrust.Unverified), (report.Credentials.Integrity, report.Credentials.Signer));
    }

    [Theory]
    [InlineData(33, true)]
    [InlineData(33, false)]
    [InlineData("x5chain", true)]
    [InlineData("x5chain", false)]
    public async Task Read_CertificateInEveryPlaceSeen_IsFound(object label, bool isProtected)
    {
        // Arrange
        var (key, certificate) = Root.Leaf(new());

        // Act
        var report = await Read(new TestSigner(key, certificate) { ChainLabel = label, ChainIsProtected = isProtected });

        // Assert
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
    }

    [Fact]
    public async Task Read_NoCertificate_IsBrokenAndItsSignerInvalid()
    {
        var report = await Read(new TestSigner(Root.Leaf(new()).Key));

        Assert.Equal((CredentialIntegrity.Broken, SignerTrust.Invalid), (report.Credentials.Integrity, report.Credentials.Signer));
    }

    [Fact]
    public async Task Read_SignatureWithoutTag_IsUnreadable()
    {
        // Arrange
        var (key, certificate) = Root.Leaf(new());

        // Act
        var report = await Read(new TestSigner(key, certificate) { IsTagged = false });

        // Assert
        Assert.Equal(CredentialIntegrity.Unreadable, report.Credentials.Integrity);
    }

    [Fact]
    public async Task Read_AttachedPayloadThatIsNotTheClaim_IsBroken()
    {
        // Arrange
        var (key, certificate) = Root.Leaf(new());

        // Act
        var report = await Read(new TestSigner(key, certificate) { Payload = [0xA0] });

        // Assert
        Assert.Equal(CredentialIntegrity.Broken, report.Credentials.Integrity);
    }

    private static TestSigner Signer(string keyName, int algorithm)
    {
        AsymmetricAlgorithm key = keyName switch
        {
            "RSA" => RSA.Create(2048),
            "P-384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            "P-521" => ECDsa.Create(ECCurve.NamedCurves.nistP521),
            _ => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        };
        return new TestSigner(key, Root.Leaf(new LeafOptions { Key = key }).Certificate) { Algorithm = algorithm };
    }

    private static Task<LabelReport> Read(TestSigner signer) =>
        Inspect.Bytes(SignedMp4.Build(new ManifestBuilder("urn:c2pa:1") { Signer = signer }.Action("c2pa.created", Trained)));
}
