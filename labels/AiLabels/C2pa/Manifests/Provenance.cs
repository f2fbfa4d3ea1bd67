using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;
using AiLabels.Reports;

namespace AiLabels.C2pa.Manifests;

/// <summary>Traverses the manifests from the active one through its ingredients.</summary>
internal static class Provenance
{
    /// <summary>Returns every reachable manifest once, the active one first; ingredients that point back end the traversal.</summary>
    /// <param name="store">All manifests of the file.</param>
    /// <param name="active">The last of them.</param>
    /// <param name="budget">CBOR limits of the ingredients' claims and assertions.</param>
    /// <param name="maxManifests">Maximum number of manifests read; <see cref="LabelReaderOptions.MaxManifests"/>.</param>
    /// <param name="unreadable">Receives every ingredient manifest that is missing, unreadable or above the maximum.</param>
    public static IReadOnlyList<Contribution> Walk(
        ManifestStore store, Manifest active, CborBudget budget, int maxManifests, Action<JumbfBox, ManifestException> unreadable)
    {
        var contributions = new List<Contribution>();
        var seen = new HashSet<JumbfBox> { active.Box };
        var open = new Queue<Contribution>([new Contribution(active)]);
        while (open.TryDequeue(out var current))
        {
            contributions.Add(current);
            foreach (var ingredient in current.Manifest.Ingredients)
            {
                if (seen.Count == maxManifests)
                {
                    unreadable(current.Manifest.Box,
                        new ManifestException("limit.manifests", $"more than {maxManifests} manifests were inherited"));
                    return [.. contributions, .. open];
                }

                try
                {
                    if (Find(store, ingredient) is { } box && seen.Add(box))
                    {
                        open.Enqueue(new Contribution(Manifest.Read(box, budget), current, ingredient));
                    }
                }
                catch (ManifestException e)
                {
                    unreadable(current.Manifest.Box, e);
                }
            }
        }

        return contributions;
    }

    /// <summary>Returns null for an ingredient without a manifest.</summary>
    private static JumbfBox? Find(ManifestStore store, Ingredient ingredient) => ingredient.Manifest is { } reference
        ? store.Find(reference.Url)
            ?? throw new ManifestException(
                StatusCode.IngredientManifestMissing, $"the manifest of the {ingredient.Relationship} ingredient is not in the store")
        : null;
}
