using System.Formats.Cbor;
using System.Text.Json;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa.Manifests;

/// <summary>An assertion that the claim declares and the manifest holds.</summary>
/// <param name="Reference">The claim's reference to it.</param>
/// <param name="Box">The assertion's superbox.</param>
/// <param name="Cbor">Its content, if it is CBOR of a standard assertion.</param>
internal sealed record Assertion(HashedUri Reference, JumbfBox Box, CborNode? Cbor)
{
    public const string TimeStamps = "c2pa.time-stamp";
    public const string CertificateStatus = "c2pa.certificate-status";
    public const string MultiAssetHash = "c2pa.hash.multi-asset";
    public const string AiDisclosure = "c2pa.ai-disclosure";
    public const string AdobeGenerativeAi = "com.adobe.generative-ai";
    public const string CreativeWork = "stds.schema-org.CreativeWork";
    public const string Identity = "cawg.identity";

    /// <summary>Its content if it may speak of the origin of the media or of who made it, in CBOR or JSON.</summary>
    public CborNode? Content { get; init; }

    /// <summary>Why such content cannot be read.</summary>
    public ManifestException? Damage { get; init; }

    /// <summary>Label without the instance number after two underscores (C2PA 2.2, section 6.4).</summary>
    public string Name => Box.Label.Split("__")[0];

    public bool IsActions => Name is "c2pa.actions" or "c2pa.actions.v2";

    public bool IsIngredient => Name is "c2pa.ingredient" or "c2pa.ingredient.v2" or "c2pa.ingredient.v3";

    /// <summary>True if the assertion binds a manifest to content, in any file format (section 15.10.1.2).</summary>
    public bool IsHardBinding =>
        Name is "c2pa.hash.data" or "c2pa.hash.boxes" or "c2pa.hash.collection.data" or "c2pa.hash.bmff" or "c2pa.hash.bmff.v2"
            or "c2pa.hash.bmff.v3";

    public bool IsThumbnail => Name.StartsWith("c2pa.thumbnail.", StringComparison.Ordinal);

    /// <summary>True for JSON-LD of the standards and of anyone's own name (section 18.17), such as <c>com.example.metadata</c>.</summary>
    public bool IsMetadata => Name.EndsWith(".metadata", StringComparison.Ordinal)
        || Name is "stds.iptc" or "stds.iptc.photo-metadata" or "stds.iptc.video-metadata" or "stds.exif";

    private bool IsRead => IsActions || IsMetadata || Name is AiDisclosure or AdobeGenerativeAi or CreativeWork or Identity;

    /// <exception cref="ManifestException">A standard assertion is not valid CBOR.</exception>
    public static Assertion Read(HashedUri reference, JumbfBox box, CborBudget budget)
    {
        var assertion = new Assertion(reference, box, null);
        // A redacted assertion may remain as zeros (section 6.8).
        var (cbor, json) = (Unredacted(box.Data("cbor")), Unredacted(box.Data("json")));
        if (cbor is { } standard && box.Label.StartsWith("c2pa.", StringComparison.Ordinal))
        {
            var content = Decode(box, () => CborParser.Parse(standard, budget));
            return assertion with { Cbor = content, Content = content };
        }

        if (!assertion.IsRead || (cbor ?? json) is not { } encoded)
        {
            return assertion;
        }

        try
        {
            return assertion with
            {
                Content = Decode(box, () => cbor is null ? JsonTree.Parse(encoded, budget) : CborParser.Parse(encoded, budget)),
            };
        }
        catch (ManifestException e)
        {
            return assertion with { Damage = e };
        }
    }

    private static ReadOnlyMemory<byte>? Unredacted(ReadOnlyMemory<byte>? data) =>
        data is { } bytes && bytes.Span.ContainsAnyExcept((byte)0) ? data : null;

    private static CborNode Decode(JumbfBox box, Func<CborNode> parse)
    {
        try
        {
            return parse();
        }
        catch (CborContentException e)
        {
            throw Damaged(StatusCode.AssertionCborInvalid, "CBOR", e);
        }
        catch (JsonException e)
        {
            throw Damaged(StatusCode.AssertionJsonInvalid, "JSON", e);
        }

        ManifestException Damaged(string code, string form, Exception e) =>
            new(code, $"the assertion {box.Label} is not valid {form}: {e.Message.TrimEnd('.')}", e);
    }
}
