using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.Mutation;

/// <summary>Every container with all supported structures, and credentials with every decoded part.</summary>
internal static class Specimens
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private static readonly byte[] Sei = Movie.Sei([0x06], "91ca60614aee385486142d5f73f4ae2e", "kling-ai\0");

    public static TestPki SignerRoot { get; } = TestPki.Root();

    public static TestPki StampRoot { get; } = TestPki.Root("CN=Test TSA Root");

    private static TestSigner Signer { get; } = SignerRoot.Signer();

    public static IReadOnlyList<Specimen> All { get; } = [
        .. Containers(),
        .. Unpacked(),
        .. Bindings(),
        .. SignedAnew().Select(specimen => specimen with { Mutants = 3_000 }),
        .. Added().Select(specimen => specimen with { Mutants = 1_000 }),
        .. Signatures().Select(specimen => specimen with { Mutants = 1_000 }),
    ];

    public static Specimen Named(string name) => All.Single(specimen => specimen.Name == name);

    private static IEnumerable<Specimen> Containers()
    {
        var mp4 = Mp4.Concat(
            Mp4.Ftyp,
            Mp4.Box("uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), Xmp()),
            Mp4.Mdat(),
            Mp4.Moov(
                Movie.Trak(Movie.AvcC, "h264_slapi", 40, 200),
                Mp4.Udta(Mp4.MetaWithKeys(("AIGC", Aigc.Generated), ("aigc_info", """{"aigc_label_type":2}"""), ("encoder", "Lavf")),
                    Mp4.Box("XMP_", Xmp()))));
        yield return new WholeFile("mp4", mp4);
        yield return Part.At("XMP", mp4, "<x:xmpmeta"u8, Xmp().Length);
        yield return new WholeFile("sei", Movie.WithSample(Movie.AvcC, Sei, Movie.Nal([0x65, 1, 2, 3])));
        yield return new WholeFile(
            "fragmented", Movie.WithFragment(Movie.HvcC, Movie.Sei([39 << 1, 1], "91ca60614aee385486142d5f73f4ae2e", "kling-ai\0")));
        yield return new WholeFile("indexed fragments", IndexedFragments());
        yield return new WholeFile("mkv", Mkv.FileWith(
            Mkv.SeekHead(Mkv.Tags, 600), Mkv.Info, Mkv.Tracks("V_MPEG4/ISO/AVC", Movie.AvcC[8..]), Mkv.ClusterOf(200),
                Mkv.TagsWith("AIGC", Aigc.Generated)));
        yield return new WholeFile("live webm", Mp4.Concat(
            Mkv.Header("webm"),
            Mkv.UnknownSize(Mkv.Segment, Mkv.Info, Mkv.Tracks(), Mkv.UnknownSize(Mkv.Cluster, Mkv.Element(Mkv.SimpleBlock, new byte[50])),
                Mkv.TagsWith("AIGC", Aigc.Generated))));
        yield return new WholeFile("avi",
            Avi.FileWith(Avi.Header, Avi.Movi, Avi.List("INFO", Avi.Chunk("AIGC", Encoding.UTF8.GetBytes(Aigc.Generated))),
                Avi.Chunk("_PMX", Xmp())));
        yield return new WholeFile("flv", Flv.FileWith(
            Flv.Script("onMetaData",
                Flv.Array(("duration", Flv.Number(1)), ("o", Flv.Object(("a", Flv.String("b")))),
                    ("AIGC", Flv.LongString(Aigc.Generated)))),
            Flv.Tag(9, new byte[50])));
        yield return new WholeFile("flv objects", Flv.FileWith(
            Flv.Script("onMetaData", Flv.Array(
                ("info", Flv.Object(("a", [10, 0, 0, 0, 2, .. Flv.Number(1), .. Flv.String("b")]), ("AIGC", Flv.String(Aigc.Generated)))),
                ("AIGC", Flv.Object(("Label", Flv.Number(1)), ("ContentProducer", Flv.String(Aigc.KlingProducer)))))),
            Flv.Tag(18, [.. Flv.String("@setDataFrame"), .. Flv.String("onMetaData"), .. Flv.Array(("aigc_tool", Flv.String("x")))]),
            Flv.Script("onAIGC", Flv.LongString(Aigc.Generated)),
            Flv.Tag(9, new byte[50]), new byte[40], Flv.Tag(9, new byte[50])))
        { Mutants = 4_000 };
        yield return new WholeFile("asf", Mp4.Concat(
            Asf.HeaderWith(Asf.Description("AIGC", Aigc.Generated), Asf.Extension(Asf.Library("AIGC", Aigc.Generated))),
            Asf.Object(Asf.Xmp, Xmp())));
        yield return new WholeFile("mkv attachments", Mkv.FileWith(
            Mkv.Info, Mkv.Tracks(), Mkv.Attachment("a.c2pa", "application/c2pa", Jumbf.Store(Active().Build())),
            Mkv.Attachment("a.xml", "text/xml", Xmp()), Mkv.ClusterOf(50)))
        { Mutants = 4_000 };
        yield return new WholeFile("mkv with a gap", Mkv.FileWith(
            Mkv.Info, Mkv.Tracks(), Mkv.ClusterOf(50), new byte[60], Mkv.ClusterOf(50), Mkv.TagsWith("AIGC", Aigc.Generated)))
        { Mutants = 4_000 };
        yield return new WholeFile("items", Mp4.FileWith(Mp4.FullBox(
            "meta", Mp4.Hdlr("mdta"), Items.Information(Items.Entry(2, "application/rdf+xml")), Items.PlaceInData(0),
            Mp4.Box("idat", Xmp()))))
        { Mutants = 4_000 };
        yield return new WholeFile("items in the file", Mp4.Concat(
            Mp4.Ftyp, Mp4.Box("free", Xmp()), Mp4.Mdat(), Mp4.Moov(Mp4.FullBox(
                "meta", Mp4.Hdlr("mdta"), Items.Information(Items.Entry(3, "application/rdf+xml"), version: 1),
                Items.Parts(Mp4.Ftyp.Length + 8, 100, Xmp().Length)))))
        { Mutants = 4_000 };
        yield return new WholeFile("ts", TransportStream());
        yield return new WholeFile("ts with a gap", TransportStreamWithAGap()) { Mutants = 4_000 };
        yield return new WholeFile("c2pa", Jumbf.Store(Active().Build())) { Mutants = 4_000 };
        yield return new WholeFile("recipe", Mp4.FileWith(Mp4.Udta(Mp4.MetaWithKeys(
            ("workflow", """{"nodes":[{"type":"KSampler"},{"type":"UNETLoader","widgets_values":["wan2.1.safetensors"]}]}"""),
            ("comment", """{"prompt":"{\"1\":{\"class_type\":\"KSampler\",\"inputs\":{\"model\":\"ltxv\"}}}","sui_image_params":{}}"""),
            ("description", "a fox\nSteps: 20, Sampler: Euler, CFG scale: 7, Model: wan2"),
            ("AIGC.Label", "1"), ("aigc_tool", "x"), ("title", """AIGC:{"Label":"1","ContentProducer":"kling"}""")))));
    }

    /// <summary>A compressed movie header that is itself damaged, and one whose content was before it was compressed.</summary>
    private static IEnumerable<Specimen> Unpacked()
    {
        var moov = Mp4.Moov(
            Movie.Trak(Movie.AvcC, "h264_slapi", 40, 200),
            Mp4.Udta(Mp4.MetaWithKeys(("AIGC", Aigc.Generated)), Mp4.Box("XMP_", Xmp())),
            Mp4.FullBox("meta", Mp4.Hdlr("xml "), Mp4.FullBox("xml ", Xmp())));
        yield return new WholeFile("compressed movie", Compressed(moov));
        yield return new Signed("packed movie", moov, Compressed);

        static byte[] Compressed(byte[] moov) => Mp4.Concat(Mp4.Ftyp, Mp4.Mdat(), Movie.Compressed(moov));
    }

    private static IEnumerable<Specimen> Bindings()
    {
        yield return new WholeFile("signed avi", SignedAvi());
        yield return new WholeFile("Merkle",
            SignedMp4.Build(
                Active(), [Mp4.Moov(), Mp4.Box("moof", [1]), Mp4.Mdat(50)], "c2pa.hash.bmff.v3", (_, boxes) => Fragments(boxes)));
    }

    /// <summary>Assertions that were malformed when signed.</summary>
    private static IEnumerable<Specimen> SignedAnew()
    {
        var actions = Cbor.Encode(new Dictionary<object, object?>
        {
            ["actions"] =
                new object?[] { new Dictionary<object, object?> { ["action"] = "c2pa.created", ["digitalSourceType"] = Trained,
                    ["softwareAgent"] = "Sora" } },
        });
        yield return new Signed(
            "signed actions", actions, content => SignedMp4.Build(Empty().AssertionBox("c2pa.actions", "cbor", content)));
        yield return new Signed("signed metadata", Cbor.Encode(Metadata()), Assertion("cawg.metadata", "cbor"));
        yield return new Signed(
            "signed JSON metadata", JsonSerializer.SerializeToUtf8Bytes(Metadata()), Assertion("c2pa.metadata", "json"));
        yield return new Signed("signed identity", Identity(), Assertion("cawg.identity", "cbor"));
        yield return new Signed("signed parts", Parts(), Parted);
        yield return new Signed("signed binding", Binding(),
            content => SignedMp4.Embed(Jumbf.Store(Active().AssertionBox("c2pa.hash.bmff.v3", "cbor", content).Build())));
    }

    private static Func<byte[], byte[]> Assertion(string name, string form) =>
        content => SignedMp4.Build(Active().AssertionBox(name, form, content));

    private static Dictionary<object, object?> Metadata() => new()
    {
        ["@context"] = new Dictionary<object, object?> { ["e"] = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", ["s"] = "e:AISystemUsed" },
        ["@graph"] = new object?[]
        {
            new Dictionary<object, object?>
            {
                ["e:DigitalSourceType"] = new object?[] { new Dictionary<object, object?> { ["@id"] = Trained } }, ["s"] = "Veo",
            },
        },
    };

    private static byte[] Identity()
    {
        var credential = """
            {"issuer":"did:web:example.org","credentialSubject":{"verifiedIdentities":[{"type":"cawg.social_media","username":"ana"}]}}
            """u8.ToArray();
        return Cbor.Encode(new Dictionary<object, object?>
        {
            ["signer_payload"] = new Dictionary<object, object?>
            {
                ["sig_type"] = "cawg.identity_claims_aggregation",
                ["role"] = new object?[] { "cawg.creator" },
            },
            ["signature"] = new TestSigner(SignerRoot.Leaf(new()).Key) { Payload = credential }.Sign(credential),
        });
    }

    /// <summary>Evidence in a later manifest for the signature of an earlier one.</summary>
    private static IEnumerable<Specimen> Added()
    {
        var parent = new SealedManifest("urn:c2pa:parent", SignerRoot, new LeafOptions());
        var token = new TestTimeStamper(StampRoot).Token(parent.Countersigned, new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var answer = TestOcsp.Response([0x11, 0x22], isRevoked: true, SignerRoot.Certificate.GetECDsaPrivateKey()!);
        yield return Later("signed stamps", "c2pa.time-stamp", new() { [parent.Label] = token });
        yield return Later("signed answers", "c2pa.certificate-status", new() { ["ocspVals"] = new object?[] { answer } });

        Specimen Later(string name, string assertion, Dictionary<object, object?> content) =>
            new Signed(name, Cbor.Encode(content), mutated =>
            SignedMp4.Build(Empty().Ingredient("parentOf", parent.Manifest).AssertionBox(assertion, "cbor", mutated), parent.Manifest));
    }

    /// <summary>
    /// One part, which covers the whole file that <see cref="Parted"/> builds around it; its length is found iteratively.
    /// </summary>
    private static byte[] Parts()
    {
        var (list, length) = (Array.Empty<byte>(), 1000);
        for (var file = Array.Empty<byte>(); file.Length != length; file = Parted(list))
        {
            length = Math.Max(length, file.Length);
            list = Cbor.Encode(new Dictionary<object, object?>
            {
                ["parts"] = new object?[]
                {
                    new Dictionary<object, object?>
                    {
                        ["location"] = new Dictionary<object, object?> { ["byteOffset"] = 0, ["length"] = length },
                        ["hashAssertion"] =
                            new Dictionary<object, object?> { ["url"] = "self#jumbf=c2pa.assertions/c2pa.hash.bmff.v3.part" },
                    },
                },
            });
        }

        return list;
    }

    /// <summary>The hash of the whole is wrong, so that the parts are checked.</summary>
    private static byte[] Parted(byte[] list)
    {
        var active = Active().AssertionBox("c2pa.hash.multi-asset", "cbor", list);
        return SignedMp4.Build(active, [Mp4.Mdat(), Mp4.Moov()], "c2pa.hash.bmff.v3", (_, boxes) =>
        {
            var hash = SignedMp4.Hash(boxes, SignedMp4.ExcludeC2paBox(), SignedMp4.Exclude("/ftyp"));
            active.Bound = [("c2pa.hash.bmff.v3.part", hash)];
            return new(hash) { ["hash"] = new byte[32] };
        });
    }

    /// <summary>Each costs milliseconds of cryptography.</summary>
    private static IEnumerable<Specimen> Signatures()
    {
        var (file, certificate) = SignedByAll();
        yield return new WholeFile("signed mp4", file);
        yield return Part.At("certificate", file, certificate.RawData, certificate.RawData.Length);
        yield return Part.At("time-stamp", file, "tstTokens"u8, 1500);
        yield return Part.At("stapled OCSP", file, "ocspVals"u8, 900);
        yield return Part.At("JUMBF", file, "jumb"u8, file.Length);
    }

    /// <summary>
    /// A chain, a time-stamp, a stapled revocation, an ingredient, JSON. The chain is in the unprotected header, so that the signature
    /// stays valid if it changes.
    /// </summary>
    private static (byte[] File, X509Certificate2 Certificate) SignedByAll()
    {
        var intermediate = SignerRoot.Intermediate();
        var (key, certificate) = intermediate.Leaf(new());
        var stamp = new TestTimeStamper(StampRoot).Stamp(new DateTimeOffset(2021, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var staple = TestOcsp.Staple(
            [0x11, 0x22], isRevoked: true, intermediate.Certificate.GetECDsaPrivateKey()!, intermediate.Certificate);
        var signer = new TestSigner(key, certificate, intermediate.Certificate) { ChainIsProtected = false, Countersign = stamp + staple };
        var parent = new ManifestBuilder("urn:c2pa:parent") { Signer = signer }.Action("c2pa.created", Trained, "Sora");
        var active = new ManifestBuilder("urn:c2pa:1") { Signer = signer }
            .Ingredient("parentOf", parent)
            .AssertionBox("cawg.metadata", "json", Encoding.UTF8.GetBytes($$"""{"Iptc4xmpExt:DigitalSourceType":"{{Trained}}"}"""));
        return (SignedMp4.Build(active, parent), certificate);
    }

    /// <summary>The store is in the chunk at the end, which the hash excludes.</summary>
    private static byte[] SignedAvi()
    {
        byte[] media = [.. Avi.Header, .. Avi.Movi];
        var active = Active();
        active.Binding = ("c2pa.hash.data", Hash(new byte[32], 0, 0));
        var length = Avi.Chunk("C2PA", Jumbf.Store(active.Build())).Length + 40;
        for (var file = Array.Empty<byte>(); ; length = file.Length - media.Length - 12)
        {
            var head = Avi.FileWith(media, new byte[length])[..(12 + media.Length)];
            active.Binding = ("c2pa.hash.data", Hash(SHA256.HashData(head), head.Length, length));
            file = Avi.FileWith(media, Avi.Chunk("C2PA", Jumbf.Store(active.Build())));
            if (file.Length == head.Length + length)
            {
                return file;
            }
        }

        static Dictionary<object, object?> Hash(byte[] hash, int start, int length) => new()
        {
            ["exclusions"] = new object?[] { new Dictionary<object, object?> { ["start"] = start, ["length"] = length } },
            ["alg"] = "sha256",
            ["hash"] = hash,
        };
    }

    private static Dictionary<object, object?> Fragments((long Offset, byte[] Box)[] boxes) => new()
    {
        ["exclusions"] = new object?[] { SignedMp4.ExcludeC2paBox(), SignedMp4.Exclude("/ftyp") },
        ["alg"] = "sha256",
        ["merkle"] = new object?[]
        {
            new Dictionary<object, object?>
            {
                ["uniqueId"] = 1, ["localId"] = 1, ["count"] = 1, ["initHash"] = HashOf(boxes[..1]),
                    ["hashes"] = new object?[] { HashOf(boxes[1..]) },
            },
        },
    };

    private static byte[] HashOf((long Offset, byte[] Box)[] boxes) =>
        SHA256.HashData(Mp4.Concat([.. boxes.SelectMany(box => new[] { Mp4.UInt64((ulong)box.Offset), box.Box })]));

    /// <summary>
    /// The assertion that binds the file of <see cref="Active"/>: its length is constant, and so are the offsets in its hash.
    /// </summary>
    private static byte[] Binding()
    {
        var active = Active();
        SignedMp4.Build(active);
        return Cbor.Encode(active.Binding!.Value.Content);
    }

    private static ManifestBuilder Active() => Empty().Action("c2pa.created", Trained, "Sora");

    private static ManifestBuilder Empty() => new("urn:c2pa:1") { Signer = Signer };

    private static byte[] IndexedFragments()
    {
        var fragment = Mp4.Concat(
            Mp4.Box("moof", Mp4.FullBox("mfhd", Mp4.UInt32(1)),
                Mp4.Box("traf", Mp4.FullBox("tfhd", Mp4.UInt32(1)), Mp4.Udta())), Mp4.Mdat());
        var sidx = Mp4.FullBox(
            "sidx", Mp4.UInt32(1), Mp4.UInt32(1000), new byte[8], Mp4.UInt32(2), Mp4.UInt32((uint)fragment.Length), new byte[8],
            Mp4.UInt32((uint)fragment.Length), new byte[8]);
        var tfra = Mp4.FullBox("tfra", Mp4.UInt32(1), Mp4.UInt32(0), Mp4.UInt32(1), Mp4.UInt32(0), Mp4.UInt32(200), [1, 1, 1]);
        return Mp4.Concat(Mp4.Ftyp, Mp4.Moov(Mp4.Box("mvex")), sidx, fragment, fragment, Mp4.MetaWithKeys(("AIGC", Aigc.Generated)),
            Mp4.Box("mfra", tfra, Mp4.FullBox("mfro", Mp4.UInt32((uint)tfra.Length + 24))), new byte[24]);
    }

    /// <summary>From ffmpeg: the tables, and the first packets with Kling's SEI mark.</summary>
    private static byte[] TransportStream()
    {
        using var ffmpeg = new Ffmpeg();
        var path = ffmpeg.MakeAsync("mark.ts", "-c:v", "libx264", "-preset", "ultrafast", "-bsf:v",
            "h264_metadata=sei_user_data=91ca6061-4aee-3854-8614-2d5f73f4ae2e+kling-ai").GetAwaiter().GetResult();
        return File.ReadAllBytes(path)[..(188 * 16)];
    }

    private static byte[] TransportStreamWithAGap()
    {
        var stream = TransportStream();
        return [.. stream[..(188 * 5)], .. new byte[500], .. stream];
    }

    private static byte[] Xmp() => Encoding.UTF8.GetBytes(
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
        xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" e:DigitalSourceType="trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>
        """);
}
