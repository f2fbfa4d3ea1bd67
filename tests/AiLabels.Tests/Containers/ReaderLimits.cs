using AiLabels.Containers.IsoBmff;
using AiLabels.Containers.Matroska;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Testing.Mp4;
using static AiLabels.Tests.Hostile.IsoBmffShapes;

namespace AiLabels.Tests.Containers;

/// <summary>All limits of the readers, with what they say or why nothing is left unread.</summary>
internal static class ReaderLimits
{
    private const string Sampled = "Media is sampled for vendors' marks, which encoders write at the front; a mark is a trace, no label.";
    private const string Format = "The format allows no more; a longer one is read as damage or as unknown.";
    private const string Facts = "These fields have a fixed length; nothing that follows them is a label.";
    private const string Shown = "Only what is shown is shortened; all of it was read and judged.";
    private const string Malformed = "An assertion beyond it is malformed, so that the credentials are broken or unreadable: said.";
    private const string Trust = "Evidence beyond it is not read: the signer is trusted less, never more.";
    private const string IndexOnly = "Only the comparison of an index with the file ends; the file itself is read.";

    private static readonly LabelReaderOptions Default = new();

    public static IReadOnlyDictionary<string, (string Code, Func<byte[]> Build, LabelReaderOptions Options)> Said { get; } =
        new Dictionary<string, (string, Func<byte[]>, LabelReaderOptions)>
        {
            ["MaxBoxes"] = ("limit.boxes", static () => FileWith(Repeat(Box("free"), 200)), new() { MaxBoxes = 100 }),
            ["MaxMediaParts"] = ("limit.media", static () => Flv.FileWith(Repeat(Flv.Tag(9, []), 200)), new() { MaxMediaParts = 100 }),
            ["MediaTimeout"] =
                ("limit.media", static () => Flv.FileWith(Repeat(Flv.Tag(9, []), 100_000)), new() { MediaTimeout = TimeSpan.Zero }),
            ["MaxDepth"] = ("limit.depth", static () => FileWith(Udta(Udta(Udta(Udta())))), new() { MaxDepth = 3 }),
            ["MaxBytesRead"] = ("limit.bytes", static () => FileWith(Udta(new byte[200_000])), new() { MaxBytesRead = 1000 }),
            ["MaxValueLength"] =
                ("limit.valueLength", static () => FileWith(Udta(MetaWithKeys(("title", new string('x', 200))))),
                    new() { MaxValueLength = 100 }),
            ["MaxManifestStoreLength"] = ("limit.manifestStore", static () => Stores(1), new() { MaxManifestStoreLength = 10 }),
            ["MaxManifests"] = ("limit.manifests", Inherited, new() { MaxManifests = 1 }),
            ["MaxTracks"] = ("limit.tracks", static () => FileWith(Repeat(Box("trak"), 3)), new() { MaxTracks = 2 }),
            ["MaxFindings"] =
                ("limit.findings", static () => FileWith(Udta(MetaWithKeys(("AIGC", "{}"), ("AIGC", "{}"), ("AIGC", "{}")))),
                    new() { MaxFindings = 1 }),
            ["MaxNesting"] =
                ("limit.nesting", static () => FileWith(Udta(MetaWithKeys(("comment", """{"a":{"a":{"a":{}}}}""")))),
                    new() { MaxNesting = 2 }),
            ["Timeout"] = ("limit.time", static () => FileWith(), new() { Timeout = TimeSpan.Zero }),
            ["HashTimeout"] =
                ("limit.hashTime", static () => SignedMp4.Build(Ai("urn:c2pa:1")), new() { HashTimeout = TimeSpan.Zero }),
            ["InspectionContext.MaxPackets"] =
                ("limit.packets", static () => FileWith(Repeat(Box("XMP_", "<a/>"u8.ToArray()), 300)), Default),
            ["XmpReader.MaxProperties"] = ("limit.properties", static () => Xmp(300), Default),
            ["XmpProperties.MaxNamespaces"] =
                ("xmp.malformed", static () => FileWith(Box("XMP_", Repeat("<a xmlns='b'/>"u8.ToArray(), 5000))), Default),
            ["MovieFacts.MaxEntryLength"] = ("limit.sampleEntry",
                static () => FileWith(Box("trak", Box("mdia", Box("minf", Box("stbl", FullBox("stsd", new byte[MovieFacts.MaxEntryLength])))))),
                Default),
            ["SegmentFacts.MaxValueLength"] = ("limit.sampleEntry",
                static () => Mkv.FileWith(Mkv.Tracks("V_MPEG4/ISO/AVC", new byte[SegmentFacts.MaxValueLength + 1])), Default),
            ["TransportStreamReader.MaxLength"] =
                ("limit.packets", static () => Repeat([0x47, 0x1F, 0xFF, 0x10, .. new byte[184]], 50_000), Default),
            ["TransportStreamReader.MaxGap"] =
                ("container.damaged", static () => [.. Repeat([0x47, 0x1F, 0xFF, 0x10, .. new byte[184]], 10), .. new byte[2 << 20]], Default),
            ["FlvTag.MaxGap"] =
                ("container.damaged", static () => Flv.FileWith(Flv.Tag(9, []), new byte[2 << 20], Flv.Tag(9, [])), Default),
            ["ItemTable.MaxParts"] = ("container.itemPlace", static () => FileWith(Items.InManyParts(65)), Default),
            ["Leftover.MaxPadding"] =
                ("limit.padding", static () => Concat(Ftyp, Moov(), new byte[Leftover.MaxPadding + 100_000]), Default),
            ["CompressedMovie.MaxRatio"] =
                ("container.damaged", static () => Concat(Ftyp, Movie.Compressed(Moov(), claim: 4_000_000)), Default),
            ["C2paBox.MaxPurposeLength"] =
                ("container.c2paBox", static () => Concat(FileWith(), SignedMp4.C2paBox(new byte[50], new string('p', 40))), Default),
            ["C2paReader.MaxStores"] = ("limit.manifestStore", static () => Stores(6), Default),
            ["Resynchronization.MaxLength"] =
                ("container.damaged", static () => Mkv.FileWith(Mkv.Tracks(), new byte[2 << 20], Mkv.ClusterOf(5)), Default),
            ["AigcLabel.MaxLength"] =
                ("aigc.malformed", static () => FileWith(Udta(MetaWithKeys(("AIGC", new string(' ', 300_000) + Aigc.Generated)))), Default),
            ["AigcLabel.MaxWrappers"] = ("aigc.malformed", static () => FileWith(Udta(MetaWithKeys(("AIGC", Wrapped(6))))), Default),
        };

    public static IReadOnlyDictionary<string, string> Harmless { get; } = new Dictionary<string, string>
    {
        ["MaxRawText"] = Shown,
        ["ByteReader.MaxReadAhead"] = "It bounds one request; a longer read takes several.",
        ["StepPattern.MaxBlock"] = "It bounds one request; what is left takes others.",
        ["SampleEntry.MaxCompressorLength"] = Format,
        ["C2paBox.MaxHeadLength"] = Format,
        ["MovieFacts.MaxBoxLength"] = Facts,
        ["MovieFacts.MaxFragmentLength"] = Facts,
        ["LabelBoxes.MaxUuidHead"] = Format,
        ["MetadataTag.MaxNameLength"] = "Shortening keeps AIGC in a name; no other known name is longer.",
        ["FlvVideo.MaxHeaderLength"] = Format,
        ["FlvReader.MaxVideoTags"] = Sampled,
        ["AviFacts.MaxChunkLength"] = Facts,
        ["AsfFacts.MaxObjectLength"] = Facts,
        ["MovieReader.MaxChunks"] = Sampled,
        ["BlockReader.MaxChildren"] = Sampled,
        ["BlockReader.MaxHeaderLength"] = Format,
        ["SeiReader.MaxSampleLength"] = Sampled,
        ["SeiReader.MaxSamples"] = Sampled,
        ["SeiReader.MaxTextLength"] = Sampled,
        ["Element.MaxIdLength"] = Format,
        ["Element.MaxSizeLength"] = Format,
        ["MediaDuration.MaxSeconds"] = "A longer duration is damage; it is no place of a label.",
        ["Leftover.MaxStrayLength"] = "More bytes than this are damage, which is said.",
        ["FragmentIndex.MaxCompared"] = IndexOnly,
        ["SeekIndex.MaxPlaces"] = IndexOnly,
        ["UnreadRest.MaxParts"] = "It counts what a limit left unread, for the words of that limit.",
        ["AigcFields.MaxFieldLength"] = Shown,
        ["AigcText.MaxLength"] = "A label written as text stands at its beginning; a longer text speaks about something.",
        ["RecipeReader.MaxHolders"] = "No tool nests a recipe as deep; a recipe is a trace, no label.",
        ["StoreValidator.MaxUnreadable"] = Shown,
        ["StoreValidator.MaxNotes"] = Shown,
        ["CredentialFindings.MaxPerManifest"] = "Statements of AI come first, so that others cannot crowd them out.",
        ["CredentialFindings.MaxDetailLength"] = Shown,
        ["CredentialFindings.MaxUnclear"] = Shown,
        ["CredentialFindings.MaxUnknownLength"] = Shown,
        ["CredentialDetails.MaxAssertions"] = Shown,
        ["CredentialDetails.MaxProperties"] = Shown,
        ["CredentialDetails.MaxLength"] = Shown,
        ["IdentityReader.MaxLength"] = Shown,
        ["IdentityReader.MaxActors"] = Shown,
        ["IdentityReader.MaxRoles"] = Shown,
        ["JsonLdContext.MaxExpansions"] = Malformed,
        ["JsonLdContext.MaxLength"] = Malformed,
        ["OcspResponse.MaxLength"] = Trust,
        ["OcspResponse.MaxCertificates"] = Trust,
        ["AddedEvidence.MaxStamps"] = Trust,
        ["AddedEvidence.MaxResponses"] = Trust,
        ["TimeStamp.MaxLength"] = Trust,
        ["SignerJudge.MaxStapled"] = Trust,
        ["KnownCertificates.MaxRemembered"] = "A cache; what it does not hold is read again.",
        ["KnownCertificates.MaxLength"] = "A cache; what it does not hold is read again.",
        ["ClaimSignature.MaxCertificates"] = Trust,
        ["ReferenceCheck.MaxUrlLength"] = Shown,
        ["ExternalData.MaxUrlLength"] = Shown,
        ["ManifestCheck.MaxFaults"] = Shown,
        ["JumbfParser.MaxLabelLength"] = Malformed,
        ["JumbfTree.MaxDescriptionLength"] = Shown,
        ["FragmentHashes.MaxMerkleBoxLength"] = Malformed,
        ["MerkleMap.MaxLeaves"] = Malformed,
        ["BmffPath.MaxSteps"] = Malformed,
        ["MultiAssetHash.MaxParts"] = Malformed,
        ["BmffHash.MaxExclusions"] = Malformed,
        ["BmffExclusion.MaxValues"] = Malformed,
        ["BmffExclusion.MaxValueLength"] = Malformed,
        ["PlayedMedia.MaxTableLength"] =
            "It ends the check of the hash with limit.sampleTable; metadata was read before. Too large for a test.",
    };

    private static ManifestBuilder Ai(string label) => new ManifestBuilder(label).Action("c2pa.created", SourceTypes.Trained);

    private static byte[] Stores(int count) =>
        Concat([Ftyp, .. Enumerable.Repeat(SignedMp4.C2paBox(Jumbf.Store(Ai("urn:c2pa:1").Build())), count), Moov()]);

    private static byte[] Inherited()
    {
        var parent = Ai("urn:c2pa:0");
        return SignedMp4.Build(Ai("urn:c2pa:1").Ingredient("parentOf", parent), parent);
    }

    private static byte[] Xmp(int count) => FileWith(Box("XMP_", System.Text.Encoding.UTF8.GetBytes(
        """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">"""
        + string.Concat(Enumerable.Repeat(
            """<rdf:Description rdf:about=""><e:DigitalSourceType>digitalCapture</e:DigitalSourceType></rdf:Description>""", count))
        + "</rdf:RDF></x:xmpmeta>")));

    private static string Wrapped(int count) => count == 0
        ? Aigc.Generated
        : System.Text.Json.JsonSerializer.Serialize(Wrapped(count - 1));
}
