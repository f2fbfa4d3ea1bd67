using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa.Manifests;

/// <summary>A manifest that speaks for the file: the active one, or one it was inherited from.</summary>
/// <param name="Manifest">The manifest and its assertions.</param>
/// <param name="Relationships">From the active manifest down, such as <c>[parentOf, componentOf]</c>; empty for the active manifest.</param>
internal sealed record Contribution(Manifest Manifest, IReadOnlyList<string> Relationships)
{
    public bool IsInherited => Relationships.Count > 0;
}

/// <summary>Walks from the active manifest through its ingredients to the bottom.</summary>
internal static class Provenance
{
    /// <summary>Every reachable manifest once, the active one first; ingredients that point back end the walk there.</summary>
    /// <param name="store">All manifests of the file.</param>
    /// <param name="active">The last of them.</param>
    /// <param name="limits">For the ingredients' claims and assertions.</param>
    /// <param name="unreadable">Told of every ingredient manifest that is missing or cannot be read.</param>
    public static IReadOnlyList<Contribution> Walk(
        ManifestStore store, Manifest active, CborLimits limits, Action<JumbfBox, ManifestException> unreadable)
    {
        var contributions = new List<Contribution>();
        var seen = new HashSet<JumbfBox> { store.Active };
        var open = new Queue<Contribution>([new Contribution(active, [])]);
        while (open.TryDequeue(out var current))
        {
            contributions.Add(current);
            foreach (var ingredient in current.Manifest.Ingredients)
            {
                if (ingredient.Manifest is not { } reference)
                {
                    continue;
                }

                if (store.Find(reference.Url) is not { } box)
                {
                    unreadable(current.Manifest.Box, new ManifestException(
                        StatusCode.IngredientManifestMissing, $"the {ingredient.Relationship} ingredient's manifest is not in the store"));
                    continue;
                }

                if (seen.Add(box) && TryRead(box, limits, unreadable) is { } manifest)
                {
                    open.Enqueue(new Contribution(manifest, [.. current.Relationships, ingredient.Relationship]));
                }
            }
        }

        return contributions;
    }

    private static Manifest? TryRead(JumbfBox box, CborLimits limits, Action<JumbfBox, ManifestException> unreadable)
    {
        try
        {
            return Manifest.Read(box, limits);
        }
        catch (ManifestException e)
        {
            unreadable(box, e);
            return null;
        }
    }
}
