using AiLabels.Testing.C2pa;
using VideoGate.Publishing;

namespace VideoGate.Tests.Publishing;

public sealed class LabellingSignerTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly TestPki Root = TestPki.Root();

    public static TheoryData<string?, string?> Signers => new()
    {
        { null, null },
        { "", null },
        { Pem(new()), null },
        { TestClaimSigner.Pkcs12(Root), null },
        { "a secret", "neither PEM nor base64" },
        { Convert.ToBase64String("a secret"u8), "cannot be decoded" },
        { TestClaimSigner.Pem(Root).Certificates, "holds no unencrypted private key" },
        { TestClaimSigner.Pem(Root).Key, "There is no certificate" },
        { TestClaimSigner.Pem(Root).Certificates + "\n" + TestClaimSigner.Pem(Root).Key, "not that of the certificate" },
        { Pem(new() { Until = Now.AddDays(-1) }), "expired" },
        { Pem(new() { From = Now.AddDays(1) }), "not valid before" },
        { Pem(new() { Purposes = [TestPki.TimeStamping] }), "may not sign claims" },
        { Pem(new() { Purposes = ["1.3.6.1.5.5.7.3.1"] }), "may not sign claims" },
    };

    [Theory]
    [MemberData(nameof(Signers))]
    public void Validate_Signer_CanSignClaimsOrIsRefusedWithoutQuotingIt(string? signer, string? error)
    {
        // Act
        var result = new LabellingOptionsValidation(TimeProvider.System).Validate(null, new() { Signer = signer });

        // Assert
        Assert.Equal(error is null, result.Succeeded);
        Assert.Contains(error ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://stamps.example", null)]
    [InlineData("http://stamps.example", "must be https")]
    [InlineData("https://10.0.0.1/", "not public")]
    public void Validate_TimeStampAuthority_MustBePublic(string address, string? error)
    {
        // Act
        var result = new LabellingOptionsValidation(TimeProvider.System).Validate(null, new() { TimeStampAuthority = new(address) });

        // Assert
        Assert.Equal(error is null, result.Succeeded);
        Assert.Contains(error ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    private static string Pem(LeafOptions options)
    {
        var (certificates, key) = TestClaimSigner.Pem(Root, options);
        return certificates + "\n" + key;
    }
}
