using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.Testing.C2pa;
using static AiLabels.Tests.Hostile.IsoBmffShapes;

namespace AiLabels.Tests.Hostile;

/// <summary>Signatures that are costly to verify.</summary>
internal static class SignatureShapes
{
    public static TestPki Root { get; } = TestPki.Root();

    public static IEnumerable<HostileShape> All =>
    [
        Signed("a chain of 1,000 certificates", () => Root.Signer(null, [.. Enumerable.Repeat(Root, 1_000)])),
        Signed("a chain of 300 different authorities",
            () => Root.Signer(null, [.. Enumerable.Range(0, 300).Select(i => TestPki.Root($"CN=Test Root {i}"))])),
        Signed("a chain of 60 authorities of one name", () => Root.Signer(null, [.. Enumerable.Range(0, 60).Select(_ => TestPki.Root())])),
        Signed("an RSA key of 16,384 bits", () => RsaSigner(modulusBits: 16_384, exponentBits: 17)),
        Signed("an RSA key of 131,072 bits", () => RsaSigner(modulusBits: 131_072, exponentBits: 17)),
        Signed("an RSA exponent of 3,072 bits", () => RsaSigner(modulusBits: 3_072, exponentBits: 3_072)),
        Signed("an RSA exponent of 16,384 bits", () => RsaSigner(modulusBits: 16_384, exponentBits: 16_384)),
        Signed("3 MB of padding", () => Countersigned(header => header["pad"] = new byte[3_000_000])),
        Signed("a time-stamp of 3 MB", () => Countersigned(header => header["sigTst2"] = Stamps(1, Der(3_000_000)))),
        Signed("20,000 time-stamps", () => Countersigned(header => header["sigTst2"] = Stamps(20_000, Der(100)))),
        Signed("a time-stamp nested 100,000 deep",
            () => Countersigned(header => header["sigTst2"] = Stamps(1, Repeat([0x30, 0x80], 100_000)))),
        Signed("a stapled response of 3 MB", () => Countersigned(header => header["rVals"] = Staples(1, Der(3_000_000)))),
        Signed("20,000 stapled responses", () => Countersigned(header => header["rVals"] = Staples(20_000, Der(100)))),
        Signed("a stapled response nested 100,000 deep",
            () => Countersigned(header => header["rVals"] = Staples(1, Repeat([0x30, 0x80], 100_000)))),
        new("250 signers, each with 32 stamps of 60 KB of certificates", () => Ingredients(250, CrowdedStamp, [])),
        new("250 revoked signers and 32 answers of 8 responders",
            () => Ingredients(250, _ => [], [.. Enumerable.Repeat(CrowdedAnswer(), 32)])),
        new("20,000 stamps and 20,000 answers", () => Ingredients(1, _ => Der(100), [.. Enumerable.Repeat(Der(100), 20_000)])),
        new("32 stamps and answers of 60 KB, nested",
            () => Ingredients(32, _ => Repeat([0x30, 0x80], 30_000), [.. Enumerable.Repeat(Repeat([0x30, 0x80], 30_000), 32)])),
    ];

    /// <summary>That many signers, all below one manifest with a time-stamp for each, and OCSP responses about all of them.</summary>
    private static byte[] Ingredients(int count, Func<SealedManifest, byte[]> stamp, object?[] answers)
    {
        var active = new ManifestBuilder("urn:c2pa:active") { Signer = Root.Signer() };
        var stamps = new Dictionary<object, object?>();
        var ingredients = new List<ManifestBuilder>();
        for (var i = 0; i < count; i++)
        {
            var ingredient = new SealedManifest($"urn:c2pa:{i}", Root, new LeafOptions());
            active.Ingredient("componentOf", ingredient.Manifest, $"c2pa.ingredient.v3__{i}");
            ingredients.Add(ingredient.Manifest);
            stamps[ingredient.Label] = i < 32 ? stamp(ingredient) : Array.Empty<byte>();
        }

        active.Assertion("c2pa.time-stamp", stamps)
            .Assertion("c2pa.certificate-status", new Dictionary<object, object?> { ["ocspVals"] = answers });
        return SignedMp4.Build(active, [.. ingredients]);
    }

    /// <summary>Validly signed, with as many authorities in it as fit.</summary>
    private static byte[] CrowdedStamp(SealedManifest manifest) =>
        new TestTimeStamper(Root) { Others = Crowd }.Token(manifest.Countersigned, new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Signed by none of the responders that it names.</summary>
    private static byte[] CrowdedAnswer()
    {
        var stranger = TestPki.Root("CN=Stranger");
        return TestOcsp.Response(
            [0x11, 0x22], isRevoked: true, stranger.Certificate.GetECDsaPrivateKey()!, [.. Enumerable.Range(0, 8).Select(i =>
            Root.Leaf(new LeafOptions { Purposes = [TestPki.OcspSigning], Serial = [(byte)(i + 1)] }).Certificate)]);
    }

    private static X509Certificate2[] Crowd { get; } = [.. Enumerable.Range(0, 120).Select(_ => TestPki.Root().Certificate)];

    private static HostileShape Signed(string name, Func<TestSigner> signer) =>
        new(name, () => SignedMp4.Build(new ManifestBuilder("urn:c2pa:1") { Signer = signer() }));

    private static TestSigner Countersigned(Action<Dictionary<object, object?>> add)
    {
        var (key, certificate) = Root.Leaf(new());
        return new TestSigner(key, certificate) { Countersign = (header, _, _, _) => add(header) };
    }

    /// <summary>A key that cannot sign; only verification shows that.</summary>
    private static TestSigner RsaSigner(int modulusBits, int exponentBits)
    {
        var (modulus, exponent) = (Odd(modulusBits / 8), exponentBits == 17 ? [1, 0, 1] : Odd(exponentBits / 8));
        var key = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        using (key.PushSequence())
        {
            key.WriteIntegerUnsigned(modulus);
            key.WriteIntegerUnsigned(exponent);
        }

        var publicKey = new PublicKey(new Oid("1.2.840.113549.1.1.1"), new AsnEncodedData([5, 0]), new AsnEncodedData(key.Encode()));
        var certificate = Root.Certify(publicKey, new());
        return new TestSigner(
            ECDsa.Create(ECCurve.NamedCurves.nistP256), certificate)
        { Algorithm = -37, Tamper = _ => [0, .. modulus[1..]] };
    }

    private static byte[] Odd(int length)
    {
        var number = new byte[length];
        new Random(length).NextBytes(number);
        number[0] |= 0x80;
        number[^1] |= 1;
        return number;
    }

    private static Dictionary<object, object?> Stamps(int count, byte[] token) => new()
    {
        ["tstTokens"] = Enumerable.Repeat<object?>(new Dictionary<object, object?> { ["val"] = token }, count).ToArray(),
    };

    private static Dictionary<object, object?> Staples(int count, byte[] response) =>
        new() { ["ocspVals"] = Enumerable.Repeat<object?>(response, count).ToArray() };

    /// <summary>A sequence of that many bytes of nulls.</summary>
    private static byte[] Der(int length)
    {
        var nulls = Repeat([5, 0], length / 2);
        return [0x30, 0x83, (byte)(nulls.Length >> 16), (byte)(nulls.Length >> 8), (byte)nulls.Length, .. nulls];
    }
}
