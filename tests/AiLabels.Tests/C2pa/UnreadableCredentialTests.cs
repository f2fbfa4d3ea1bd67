using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

public sealed class UnreadableCredentialTests
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    public static TheoryData<string, string, byte[]> Damaged() => new()
    {
        { "nothing", "general.error", [] },
        { "zeroes", "general.error", new byte[4096] },
        { "another JUMBF", "general.error", Jumbf.Superbox("c2pa", "other", Manifest().Build()) },
        { "an empty store", "claim.missing", Jumbf.Store() },
        { "a manifest of unknown type", "claim.missing", Jumbf.Store(Jumbf.Superbox("zzzz", "urn:c2pa:1")) },
        { "an empty manifest", "claim.missing", Jumbf.Store(Jumbf.Superbox("c2ma", "urn:c2pa:1")) },
        { "no claim", "claim.missing", Store(parts => [parts[0], parts[2]]) },
        { "two claims", "claim.multiple", Store(parts => [.. parts, parts[1]]) },
        { "a claim that is no map", "claim.malformed", Store(WithClaim(Cbor.Encode("claim"))) },
        { "a claim of nested arrays", "claim.cbor.invalid", Store(WithClaim([.. Enumerable.Repeat((byte)0x81, 100_000)])) },
        { "a claim of 4 GB", "claim.cbor.invalid", Store(WithClaim([0x5A, 0xFF, 0xFF, 0xFF, 0xFF])) },
        { "a claim without end", "claim.cbor.invalid", Store(WithClaim([0x9F])) },
        { "an undeclared assertion", "assertion.undeclared", Store(parts => [WithUndeclared(parts[0]), .. parts[1..]]) },
        { "actions of nested tags", "assertion.cbor.invalid",
            Jumbf.Store(Manifest().AssertionBox("c2pa.actions", "cbor", [.. Enumerable.Repeat((byte)0xC1, 100_000)]).Build()) },
        { "two manifests of one label", "general.error", Jumbf.Store(Manifest().Build(), Manifest().Build()) },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task Read_DamagedStore_IsUnreadableWithTheStatusCodeOfTheSpecification(string what, string code, byte[] store)
    {
        var report = await Inspect.Bytes(SignedMp4.Embed(store));

        Assert.True(report.Credentials.Integrity == CredentialIntegrity.Unreadable, what);
        Assert.Equal(code, Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task Read_DeclaredAssertionThatIsNotThere_IsBroken()
    {
        // Arrange
        var store = Store(parts => [Jumbf.Superbox("c2as", "c2pa.assertions"), .. parts[1..]]);

        // Act
        var report = await Inspect.Bytes(SignedMp4.Embed(store));

        // Assert
        Assert.Equal(CredentialIntegrity.Broken, report.Credentials.Integrity);
        Assert.Equal("assertion.missing", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task Read_IngredientManifestThatIsNotThere_IsAProblemOfTheIngredient()
    {
        var report = await Inspect.Bytes(SignedMp4.Build(Manifest().Ingredient("parentOf", new ManifestBuilder("urn:c2pa:gone"))));

        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.Equal("ingredient.manifest.missing", Assert.Single(report.Problems).Code);
        Assert.Single(report.Findings);
    }

    private static ManifestBuilder Manifest(Func<byte[][], byte[][]>? tamper = null) =>
        new ManifestBuilder("urn:c2pa:1") { Tamper = tamper ?? (parts => parts) }.Action("c2pa.created", Trained);

    private static byte[] Store(Func<byte[][], byte[][]> tamper) => Jumbf.Store(Manifest(tamper).Build());

    private static Func<byte[][], byte[][]> WithClaim(byte[] claim) =>
        parts => [parts[0], Jumbf.Superbox("c2cl", "c2pa.claim.v2", Jumbf.Box("cbor", claim)), parts[2]];

    private static byte[] WithUndeclared(byte[] assertionStore) =>
        Jumbf.Box("jumb", assertionStore[8..], Jumbf.Superbox("cbor", "c2pa.extra", Jumbf.Box("cbor", [0xA0])));
}
