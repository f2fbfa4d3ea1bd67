using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Signing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa.Signing;

public sealed class ClaimSignerTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TestPki Root = TestPki.Root();

    [Fact]
    public void FromPem_ChainInAnyOrderWithItsRoot_BeginsWithTheSignerAndLeavesTheRootOut()
    {
        // Arrange
        var intermediate = Root.Intermediate();
        var (leaf, key) = TestClaimSigner.Pem(intermediate);
        var all = string.Join('\n', Root.Certificate.ExportCertificatePem(), intermediate.Certificate.ExportCertificatePem(), leaf);

        // Act
        var signer = ClaimSigner.FromPem(all, key);

        // Assert
        Assert.Equal(["CN=Leaf, O=Leaf Organisation", "CN=Test Intermediate"], signer.Chain.Select(one => one.Subject));
        Assert.Equal("Leaf Organisation, Leaf", signer.Name);
        Assert.Null(signer.GetError(Now));
    }

    [Fact]
    public void FromPkcs12_FileOfKeyVault_HasChainAndKey()
    {
        // Arrange
        var intermediate = Root.Intermediate();
        var (key, leaf) = intermediate.Leaf(new());
        using var own = leaf.CopyWithPrivateKey((ECDsa)key);
        var file = new X509Certificate2Collection { own, X509CertificateLoader.LoadCertificate(intermediate.Certificate.RawData) }
            .Export(X509ContentType.Pkcs12)!;

        // Act
        var signer = ClaimSigner.FromPkcs12(file);

        // Assert
        Assert.Equal(2, signer.Chain.Count);
        Assert.Null(signer.GetError(Now));
    }

    [Theory]
    [InlineData(-2, -1, "expired")]
    [InlineData(1, 2, "not valid before")]
    public void GetError_CertificateOutsideItsTime_SaysSo(int from, int until, string expected)
    {
        // Arrange
        var (certificates, key) =
            TestClaimSigner.Pem(Root, new LeafOptions { From = Now.AddYears(from), Until = Now.AddYears(until) });

        // Act
        var error = ClaimSigner.FromPem(certificates, key).GetError(Now);

        // Assert
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestPki.TimeStamping, "time-stamping")]
    [InlineData("1.3.6.1.5.5.7.3.1", "does not allow signing claims")]
    public void GetError_CertificateForOtherPurposes_SaysSo(string purpose, string expected)
    {
        // Arrange
        var (certificates, key) = TestClaimSigner.Pem(Root, new LeafOptions { Purposes = [purpose] });

        // Act
        var error = ClaimSigner.FromPem(certificates, key).GetError(Now);

        // Assert
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPem_KeyOfAnotherKind_SaysWhatIsMissing()
    {
        // Arrange
        var (certificates, _) = TestClaimSigner.Pem(Root);
        using var rsa = RSA.Create(2048);

        // Act
        var error = Assert.Throws<ArgumentException>(() => ClaimSigner.FromPem(certificates, rsa.ExportPkcs8PrivateKeyPem()));

        // Assert
        Assert.Contains("private key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPem_TwoSigners_IsRefused()
    {
        // Arrange
        var (first, key) = TestClaimSigner.Pem(Root);
        var (second, _) = TestClaimSigner.Pem(Root);

        // Act
        void Create() => ClaimSigner.FromPem(first + "\n" + second, key);

        // Assert
        Assert.Throws<ArgumentException>(Create);
    }

    [Fact]
    public void FromPem_KeyOfAnotherCertificate_IsRefused()
    {
        // Arrange
        var (certificates, _) = TestClaimSigner.Pem(Root);
        var (_, otherKey) = TestClaimSigner.Pem(Root);

        // Act
        var error = Assert.Throws<ArgumentException>(() => ClaimSigner.FromPem(certificates, otherKey));

        // Assert
        Assert.Contains("not that of the certificate", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A key in a vault is checked by what it signs.</summary>
    [Fact]
    public async Task SignAsync_KeyElsewhereOfAnotherCertificate_Throws()
    {
        // Arrange
        var signer = TestClaimSigner.Of(Root);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var mixed = new ClaimSigner(signer.Chain, (digest, _) => ValueTask.FromResult(other.SignHash(digest.ToArray())));

        // Act
        async Task SignAsync() => await mixed.SignAsync([1, 2, 3], CancellationToken.None);

        // Assert
        await Assert.ThrowsAsync<CryptographicException>(SignAsync);
    }
}
