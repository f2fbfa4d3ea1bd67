using AiLabels.C2pa;
using AiLabels.Tests.C2pa.Builders;

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
        { "actions of nested tags", "assertion.cbor.invalid", Jumbf.Store(Manifest().AssertionBox("c2pa.actions", "cbor", [.. Enumerable.Repeat((byte)0xC1, 100_000)]).Build()) },
        { "two manifests of one label", "general.error", Jumbf.Store(Manifest().Build(), Manifest().Build()) },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Read_DamagedStore_IsUnreadableWithTheStatusCodeOfTheSpecification(string what, string code, byte[] store)
    {
        var (report, evidence) = C2paReader.Read(store, new Source("uuid", 0, store.Length), new LabelReaderOptions());

        Assert.True(report.Integrity == CredentialIntegrity.Unreadable, what);
        Assert.Equal(code, Assert.Single(evidence.Problems).Code);
    }

    [Fact]
    public void Read_DeclaredAssertionThatIsNotThere_IsBroken()
    {
        var store = Store(parts => [Jumbf.Superbox("c2as", "c2pa.assertions"), .. parts[1..]]);

        var (report, evidence) = C2paReader.Read(store, new Source("uuid", 0, store.Length), new LabelReaderOptions());

        Assert.Equal(CredentialIntegrity.Broken, report.Integrity);
        Assert.Equal("assertion.missing", Assert.Single(evidence.Problems).Code);
    }

    [Fact]
    public void Read_IngredientManifestThatIsNotThere_IsAProblemOfTheIngredient()
    {
        var store = Jumbf.Store(Manifest().Ingredient("parentOf", new ManifestBuilder("urn:c2pa:gone")).Build());

        var (report, evidence) = C2paReader.Read(store, new Source("uuid", 0, store.Length), new LabelReaderOptions());

        Assert.Equal(CredentialIntegrity.Unverified, report.Integrity);
        Assert.Equal("ingredient.manifest.missing", Assert.Single(evidence.Problems).Code);
        Assert.Single(evidence.Findings);
    }

    [Fact]
    public void Read_MutatedStore_NeverThrows()
    {
        var original = Jumbf.Store(Manifest().Ingredient("parentOf", new ManifestBuilder("urn:c2pa:gone")).Build());
        var random = new Random(45438);

        for (var i = 0; i < 20_000; i++)
        {
            var store = (byte[])original.Clone();
            for (var flips = random.Next(1, 8); flips > 0; flips--)
            {
                store[random.Next(store.Length)] = (byte)random.Next(256);
            }

            var length = random.Next(4) == 0 ? random.Next(store.Length) : store.Length;
            var (report, _) = C2paReader.Read(store.AsMemory(0, length), new Source("uuid", 0, length), new LabelReaderOptions());
            Assert.NotEqual(CredentialIntegrity.None, report.Integrity);
        }
    }

    private static ManifestBuilder Manifest(Func<byte[][], byte[][]>? tamper = null) =>
        new ManifestBuilder("urn:c2pa:1") { Tamper = tamper ?? (parts => parts) }.Action("c2pa.created", Trained);

    private static byte[] Store(Func<byte[][], byte[][]> tamper) => Jumbf.Store(Manifest(tamper).Build());

    private static Func<byte[][], byte[][]> WithClaim(byte[] claim) =>
        parts => [parts[0], Jumbf.Superbox("c2cl", "c2pa.claim.v2", Jumbf.Box("cbor", claim)), parts[2]];

    private static byte[] WithUndeclared(byte[] assertionStore) =>
        Jumbf.Box("jumb", assertionStore[8..], Jumbf.Superbox("cbor", "c2pa.extra", Jumbf.Box("cbor", [0xA0])));
}
