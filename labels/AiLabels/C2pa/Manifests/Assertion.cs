using System.Formats.Cbor;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa.Manifests;

/// <summary>An assertion that the claim declares and the manifest holds.</summary>
/// <param name="Reference">What the claim says about it.</param>
/// <param name="Box">The assertion's superbox.</param>
/// <param name="Cbor">Its content, when it is CBOR of a standard assertion.</param>
internal sealed record Assertion(HashedUri Reference, JumbfBox Box, CborNode? Cbor)
{
    /// <summary>Label without the instance number that follows two underscores (C2PA 2.2, section 6.4).</summary>
    public string Name => Box.Label.Split("__")[0];

    public bool IsActions => Name is "c2pa.actions" or "c2pa.actions.v2";

    public bool IsIngredient => Name is "c2pa.ingredient" or "c2pa.ingredient.v2" or "c2pa.ingredient.v3";

    public bool IsMetadata => Name is "c2pa.metadata" or "cawg.metadata" or "stds.iptc" or "stds.iptc.photo-metadata";

    /// <exception cref="ManifestException">A standard assertion is no valid CBOR.</exception>
    public static Assertion Read(HashedUri reference, JumbfBox box, CborBudget budget)
    {
        if (!box.Label.StartsWith("c2pa.", StringComparison.Ordinal) || box.Data("cbor") is not { } encoded)
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
