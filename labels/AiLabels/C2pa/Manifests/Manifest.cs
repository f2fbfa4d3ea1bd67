using System.Formats.Cbor;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa.Manifests;

/// <summary>One manifest of a store: a claim, its signature and its assertions.</summary>
internal sealed class Manifest
{
    private const string AssertionStore = "c2pa.assertions";

    public required JumbfBox Box { get; init; }

    public required Claim Claim { get; init; }

    /// <summary>The COSE_Sign1 bytes in the file; null if the box that the claim names is missing.</summary>
    public required ReadOnlyMemory<byte>? Signature { get; init; }

    /// <summary>Assertions in the order of the claim.</summary>
    public required IReadOnlyList<Assertion> Assertions { get; init; }

    /// <summary>URLs of assertions that the claim declares and the manifest does not hold.</summary>
    public required IReadOnlyList<string> MissingAssertions { get; init; }

    public string Label => Box.Label;

    /// <summary>
    /// True for an update manifest, which holds no hash of the media: its parent's hard binding applies (C2PA 2.2, section 11.2.3).
    /// </summary>
    public bool IsUpdate => ManifestType.IsUpdate(Box);

    public IEnumerable<Ingredient> Ingredients =>
        Assertions.Where(assertion => assertion.IsIngredient).Select(assertion => assertion.Cbor).OfType<CborNode>()
            .Select(Ingredient.Read);

    /// <exception cref="ManifestException">The claim or a standard assertion is missing or cannot be read.</exception>
    public static Manifest Read(JumbfBox box, CborBudget budget)
    {
        var claim = ReadClaim(box, budget);
        var references = claim.Assertions.Select(reference => (Reference: reference, Box: Find(box, reference.Url))).ToList();
        RefuseUndeclared(box, [.. references.Select(pair => pair.Box).OfType<JumbfBox>()]);
        return new Manifest
        {
            Box = box,
            Claim = claim,
            Signature = Find(box, claim.SignatureUrl)?.Data("cbor"),
            Assertions = [.. references.Where(pair => pair.Box is not null)
                .Select(pair => Assertion.Read(pair.Reference, pair.Box!, budget))],
            MissingAssertions = [.. references.Where(pair => pair.Box is null).Select(pair => pair.Reference.Url)],
        };
    }

    private static Claim ReadClaim(JumbfBox box, CborBudget budget)
    {
        var claims = box.Children.Where(child => child.Type == ManifestType.Claim).ToList();
        if (claims.Count > 1)
        {
            throw new ManifestException(StatusCode.ClaimMultiple, "the manifest contains more than one claim");
        }

        if (claims is not [var claim] || claim.Data("cbor") is not { } encoded)
        {
            throw new ManifestException(StatusCode.ClaimMissing, "the manifest contains no claim");
        }

        try
        {
            var root = CborParser.Parse(encoded, budget);
            return Claim.Read(VersionOf(claim.Label, root), encoded, root);
        }
        catch (CborContentException e)
        {
            throw new ManifestException(StatusCode.ClaimCborInvalid, $"the claim is not valid CBOR: {e.Message}", e);
        }
    }

    /// <summary>The type of a box makes it a claim (section 11.1.4); its label gives the version, or else its fields.</summary>
    private static int VersionOf(string label, CborNode claim) => label switch
    {
        "c2pa.claim" => 1,
        "c2pa.claim.v2" => 2,
        _ => claim["assertions"] is null ? 2 : 1,
    };

    /// <summary>
    /// Rejects boxes that the claim does not declare: they are unsigned, so a reader that showed them could be made to report anything.
    /// </summary>
    private static void RefuseUndeclared(JumbfBox box, IReadOnlyList<JumbfBox> declared)
    {
        var known = declared.ToHashSet();
        if (known.Count < declared.Count)
        {
            // Every reference costs a hash and a parse of the whole assertion.
            throw new ManifestException(StatusCode.ClaimMalformed, "the claim declares an assertion more than once");
        }

        if (box.Child(AssertionStore)?.Children.FirstOrDefault(assertion => !known.Contains(assertion)) is { } undeclared)
        {
            throw new ManifestException(StatusCode.AssertionUndeclared, $"the claim does not declare the assertion {undeclared.Label}");
        }
    }

    /// <summary>Returns the superbox that a URI names if it is in this manifest.</summary>
    public static JumbfBox? Find(JumbfBox manifest, string url) =>
        JumbfUri.Parse(url) is { Path.Count: > 0 } uri && (uri.Manifest is null || uri.Manifest == manifest.Label)
            ? uri.Path.Aggregate<string, JumbfBox?>(manifest, (box, label) => box?.Child(label))
            : null;
}
