using System.Security.Cryptography;
using AiLabels.C2pa.Hashing;
using AiLabels.C2pa.Jumbf;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;

namespace AiLabels.C2pa.Validation;

/// <summary>Compares the hashed URIs of claims and ingredients with the boxes that they name.</summary>
internal static class ReferenceCheck
{
    private const int MaxUrlLength = 256;

    /// <summary>Checks the assertions of one manifest (C2PA 2.2, section 15.10.3.1).</summary>
    public static IEnumerable<Fault> Assertions(Manifest manifest, Redactions redactions)
    {
        foreach (var url in manifest.MissingAssertions.Where(url => !redactions.Holds(manifest, url)))
        {
            yield return new Fault(redactions.Violation(manifest, url) ?? StatusCode.AssertionMissing,
                $"the claim declares {url.Truncate(MaxUrlLength)}, which is not in the manifest", url);
        }

        foreach (var assertion in manifest.Assertions)
        {
            if (redactions.Holds(manifest, assertion.Reference.Url))
            {
                if (assertion.Box.Contents.Any(content => content.Data.Span.ContainsAnyExcept((byte)0)))
                {
                    yield return new Fault(
                        StatusCode.AssertionNotRedacted, $"the assertion {assertion.Box.Label} was redacted but still has content",
                        assertion.Reference.Url);
                }
            }
            else if (!Matches(assertion.Reference, assertion.Box, manifest))
            {
                yield return new Fault(
                    StatusCode.AssertionHashedUriMismatch, $"the assertion {assertion.Box.Label} does not match the signed hash",
                    assertion.Reference.Url);
            }
        }
    }

    /// <summary>Checks the manifest that an ingredient assertion names (section 15.11.3.3).</summary>
    public static Fault? Ingredient(Contribution contribution, Redactions redactions)
    {
        if (contribution is not { Parent.Manifest: var parent, Ingredient: { Manifest: { } reference } ingredient, Manifest: var manifest })
        {
            return null;
        }

        if (redactions.Touch(manifest))
        {
            return IngredientSignature(ingredient, manifest, parent);
        }

        // C2PA 1.0 hashed the claim instead of the manifest.
        return Matches(reference, manifest.Box, parent)
            || reference.Hash.Span.SequenceEqual(HashOf(reference, manifest.Claim.Encoded.Span, parent))
            ? null
            : new Fault(StatusCode.IngredientManifestMismatch, "the ingredient's manifest does not match its hash");
    }

    private static Fault? IngredientSignature(Ingredient ingredient, Manifest manifest, Manifest parent) =>
        ingredient.ClaimSignature is not { } reference || Manifest.Find(manifest.Box, reference.Url) is not { } box
            ? new Fault(StatusCode.IngredientClaimSignatureMissing, "the ingredient's signature is not referenced or is missing")
            : Matches(reference, box, parent)
                ? null
                : new Fault(StatusCode.IngredientClaimSignatureMismatch, "the ingredient's signature does not match its hash");

    private static bool Matches(HashedUri reference, JumbfBox box, Manifest holder) =>
        reference.Hash.Span.SequenceEqual(HashOf(reference, box.Content.Span, holder));

    private static byte[] HashOf(HashedUri reference, ReadOnlySpan<byte> content, Manifest holder) =>
        HashName.Hash(HashName.Of(reference.Algorithm, holder.Claim.Algorithm), content);
}
