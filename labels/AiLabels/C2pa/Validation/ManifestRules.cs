using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Validation;

/// <summary>Rules on the contents of a manifest by its kind (C2PA 2.2, sections 15.10.1 and 15.10.3).</summary>
internal static class ManifestRules
{
    // An update manifest does not change the content (section 11.2.3).
    private static readonly HashSet<string?> UpdateActions = ["c2pa.edited.metadata", "c2pa.opened", "c2pa.published", "c2pa.redacted"];

    public static IEnumerable<Fault> Check(Manifest manifest)
    {
        // The type makes it a claim; a label that no version defines was changed, or promises rules that are unknown here.
        var claim = manifest.Box.Children.FirstOrDefault(static child => child.Type == ManifestType.Claim);
        if (claim?.Label is not ("c2pa.claim" or "c2pa.claim.v2"))
        {
            yield return new Fault(StatusCode.ClaimMalformed, "no version of the specification defines the label of the claim");
        }

        if (manifest.Claim.Redacted.Any(url => JumbfUri.Parse(url) is { } uri && (uri.Manifest is null || uri.Manifest == manifest.Label)))
        {
            yield return new Fault(StatusCode.AssertionSelfRedacted, "the claim redacts one of its own assertions");
        }

        foreach (var assertion in manifest.Assertions.Where(
            assertion => assertion is { Name: Assertion.TimeStamps, Cbor: not { IsMap: true, Fields.Count: > 0 } }))
        {
            yield return new Fault(StatusCode.TimeStampAssertionMalformed, $"the assertion {assertion.Box.Label} contains no time-stamps");
        }

        foreach (var fault in manifest.Assertions.Where(assertion => assertion.Name == ExternalData.Name).Select(ExternalData.ViolationOf)
            .OfType<Fault>())
        {
            yield return fault;
        }

        foreach (var fault in manifest.IsUpdate ? CheckUpdate(manifest) : CheckParents(manifest))
        {
            yield return fault;
        }
    }

    /// <summary>Content derives from one parent at most (section 15.10.1.2).</summary>
    private static IEnumerable<Fault> CheckParents(Manifest manifest) =>
        manifest.Ingredients.Count(ingredient => ingredient.Relationship == Ingredient.ParentOf) > 1
            ? [new Fault(StatusCode.ManifestMultipleParents, "the manifest names more than one parent")]
            : [];

    private static IEnumerable<Fault> CheckUpdate(Manifest manifest)
    {
        if (manifest.Ingredients.ToList() is not [{ Relationship: Ingredient.ParentOf }])
        {
            yield return new Fault(StatusCode.ManifestUpdateWrongParents, "an update does not name exactly one parent");
        }

        if (manifest.Assertions.FirstOrDefault(
            assertion => assertion.IsHardBinding || assertion.IsThumbnail || assertion.Name == Assertion.MultiAssetHash) is { } content)
        {
            yield return new Fault(StatusCode.ManifestUpdateInvalid, $"an update contains {content.Box.Label}, which describes new content");
        }

        var actions =
            manifest.Assertions.Where(assertion => assertion.IsActions).SelectMany(assertion => assertion.Cbor?["actions"]?.Items ?? []);
        if (actions.Any(action => !UpdateActions.Contains(action["action"]?.Text)))
        {
            yield return new Fault(StatusCode.ManifestUpdateInvalid, "an update states that the content was changed");
        }
    }
}
