using System.Formats.Cbor;
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

    /// <summary>Label without the instance number after two underscores (C2PA 2.2, section 6.4).</summary>
    public string Name => Box.Label.Split("__")[0];

    public bool IsActions => Name is "c2pa.actions" or "c2pa.actions.v2";

    public bool IsIngredient => Name is "c2pa.ingredient" or "c2pa.ingredient.v2" or "c2pa.ingredient.v3";

    /// <summary>True if the assertion binds a manifest to content, in any file format (section 15.10.1.2).</summary>
    public bool IsHardBinding =>
        Name is "c2pa.hash.data" or "c2pa.hash.boxes" or "c2pa.hash.collection.data" or "c2pa.hash.bmff" or "c2pa.hash.bmff.v2"
            or "c2pa.hash.bmff.v3";

    public bool IsThumbnail => Name.StartsWith("c2pa.thumbnail.", StringComparison.Ordinal);

    public bool IsMetadata => Name is "c2pa.metadata" or "cawg.metadata" or "stds.iptc" or "stds.iptc.photo-metadata";

    /// <exception cref="ManifestException">A standard assertion is not valid CBOR.</exception>
    public static Assertion Read(HashedUri reference, JumbfBox box, CborBudget budget)
    {
        // A redacted assertion may remain as zeros (section 6.8).
        if (!box.Label.StartsWith("c2pa.", StringComparison.Ordinal) || box.Data("cbor") is not { } encoded
            || !encoded.Span.ContainsAnyExcept((byte)0))
        {
            return new Assertion(reference, box, null);
        }

        try
        {
            return new Assertion(reference, box, CborParser.Parse(encoded, budget));
        }
        catch (CborContentException e)
        {
            throw new ManifestException(StatusCode.AssertionCborInvalid, $"the assertion {box.Label} is no valid CBOR: {e.Message}", e);
        }
    }
}
