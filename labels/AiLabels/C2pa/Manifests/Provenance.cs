using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;
using AiLabels.Reports;

namespace AiLabels.C2pa.Manifests;

/// <summary>Walks from the active manifest through its ingredients to the bottom.</summary>
internal static class Provenance
{
    /// <summary>Every reachable manifest once, the active one first; ingredients that point back end the walk there.</summary>
    /// <param name="store">All manifests of the file.</param>
    /// <param name="active">The last of them.</param>
    /// <param name="budget">For the ingredients' claims and assertions.</param>
    /// <param name="maxManifests">How many are read; <see cref="LabelReaderOptions.MaxManifests"/>.</param>
    /// <param name="unreadable">Told of every ingredient manifest that is missing, cannot be read or is one too many.</param>
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

    /// <summary>Null for an ingredient that had no manifest.</summary>
    private static JumbfBox? Find(ManifestStore store, Ingredient ingredient) => ingredient.Manifest is { } reference
        ? store.Find(reference.Url)
            ?? throw new ManifestException(
                StatusCode.IngredientManifestMissing, $"the manifest of the {ingredient.Relationship} ingredient is not in the store")
        : null;
}
