using System.Text.Json;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>CAWG identity assertions: who they name and by which credential, which is never verified.</summary>
public sealed class IdentityTests
{
    [Fact]
    public async Task Read_X509Credential_NamesTheSubject()
    {
        var actor = Assert.Single((await Read(Identity("cawg.x509.cose", TestPki.SelfSigned("CN=Desk, O=News Agency").Sign([1]))))
            .Credentials.Identities);

        Assert.Equal(("News Agency, Desk", "cawg.x509.cose", false), (actor.Name, actor.Credential, actor.Verified));
        Assert.Equal(["cawg.publisher"], actor.Roles);
    }

    [Fact]
    public async Task Read_AggregatedIdentities_NamesEachWithItsProvider()
    {
        var credential = JsonSerializer.SerializeToUtf8Bytes(new
        {
            issuer = "did:web:example.org",
            credentialSubject = new
            {
                verifiedIdentities = new object[]
                {
                    new { type = "cawg.social_media", username = "ana", provider = new { id = "https://s.example", name = "Social" } },
                    new { type = "cawg.document_verification", name = "Ana Lopez", verifiedAt = "2026-01-02T03:04:05Z" },
                },
            },
        });
        var signature = new TestSigner(TestPki.Root().Leaf(new()).Key) { Payload = credential }.Sign(credential);

        var actors = (await Read(Identity("cawg.identity_claims_aggregation", signature))).Credentials.Identities;

        Assert.Equal(["ana", "Ana Lopez"], actors.Select(actor => actor.Name));
        Assert.Equal(("Social", "cawg.social_media", "did:web:example.org"), (actors[0].Provider, actors[0].Kind, actors[0].Issuer));
        Assert.Equal("2026-01-02T03:04:05Z", actors[1].VerifiedAt);
        Assert.All(actors, actor => Assert.False(actor.Verified));
    }

    [Fact]
    public async Task Read_UnknownCredential_IsShownByItsKind()
    {
        var actor = Assert.Single((await Read(Identity("com.example.card", [1, 2, 3]))).Credentials.Identities);

        Assert.Equal((null, "com.example.card", "urn:c2pa:1"), (actor.Name, actor.Credential, actor.Manifest));
    }

    [Theory]
    [InlineData("cawg.x509.cose", "cawg.identity.cbor.invalid")]
    [InlineData("cawg.identity_claims_aggregation", "cawg.identity.cbor.invalid")]
    [InlineData(null, "cawg.identity.cbor.invalid")]
    public async Task Read_MalformedIdentity_IsNamedAndBreaksNothing(string? type, string code)
    {
        // Arrange
        var content = type is null ? new Map { ["a"] = 1 } : Identity(type, [0xFF, 1, 2]);

        // Act
        var report = await Read(content);

        // Assert
        Assert.Equal((CredentialIntegrity.Intact, AiOrigin.Confirmed), (report.Credentials.Integrity, report.Origin));
        Assert.Equal(code, Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task Read_AggregationThatIsNoJson_IsNamed()
    {
        // Arrange
        var signature = new TestSigner(TestPki.Root().Leaf(new()).Key) { Payload = [1] }.Sign([1]);

        // Act
        var report = await Read(Identity("cawg.identity_claims_aggregation", signature));

        // Assert
        Assert.Equal("cawg.ica.invalid_verifiable_credential", Assert.Single(report.Problems).Code);
    }

    private static Map Identity(string type, byte[] signature) => new()
    {
        ["signer_payload"] = new Map
        {
            ["sig_type"] = type,
            ["referenced_assertions"] = Array.Empty<object?>(),
            ["role"] = new object?[] { "cawg.publisher" },
        },
        ["signature"] = signature,
        ["pad1"] = new byte[8],
    };

    private static Task<LabelReport> Read(Map identity) => Inspect.Bytes(SignedMp4.Build(
        new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained).Assertion("cawg.identity", identity)));
}
