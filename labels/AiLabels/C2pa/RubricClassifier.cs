using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Rubrics;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Classifies the content of a file by its active manifest and the parents of that.</summary>
internal static class RubricClassifier
{
    private static readonly HashSet<RubricSignal> OfCaptures =
        [RubricSignal.CapturedMedia, RubricSignal.CapturedMediaStitched, RubricSignal.NonEditorial];

    private static readonly HashSet<RubricSignal> Open =
    [
        RubricSignal.CompositionMayContainGenAI, RubricSignal.ScreenCaptureMayContainGenAI, RubricSignal.PerceptiblePossiblyGenAI,
    ];

    /// <param name="contributions">The active manifest first.</param>
    /// <param name="isTrusted">Whether a manifest is unchanged since signing and its signer trusted.</param>
    /// <param name="disallowed">Signals that the product of the active signer may not give.</param>
    public static AssetRubric Of(
        IReadOnlyList<Contribution> contributions, Func<Contribution, bool> isTrusted, IReadOnlyCollection<RubricSignal> disallowed)
    {
        var line = Line(contributions);
        RubricSignal[] signals =
        [
            .. line.Where(contribution => !IsSilent(contribution.Manifest))
                .SelectMany(contribution => ManifestSignals.Of(contribution.Manifest)).Distinct().Order(),
        ];
        return new AssetRubric
        {
            Signals = signals,
            MayContainAi = Array.Exists(signals, Open.Contains),
            Captured = line.TrueForAll(contribution => isTrusted(contribution) && IsUnedited(contribution.Manifest))
                && Array.TrueForAll(signals, signal => OfCaptures.Contains(signal) && !disallowed.Contains(signal))
                && Array.Exists(signals, signal => signal != RubricSignal.NonEditorial),
        };
    }

    /// <summary>The manifest and, as long as there is one, the parent of each.</summary>
    private static List<Contribution> Line(IReadOnlyList<Contribution> contributions)
    {
        var parents = contributions.Where(contribution => contribution.Ingredient?.Relationship == Ingredient.ParentOf)
            .GroupBy(contribution => contribution.Parent!).ToDictionary(group => group.Key, group => group.First());
        List<Contribution> line = [contributions[0]];
        while (parents.TryGetValue(line[^1], out var parent))
        {
            line.Add(parent);
        }

        return line;
    }

    /// <summary>An update manifest without actions does not change the content.</summary>
    private static bool IsSilent(Manifest manifest) => manifest.IsUpdate && !manifest.Assertions.Any(assertion => assertion.IsActions);

    private static bool IsUnedited(Manifest manifest) =>
        manifest.Ingredients.All(ingredient => ingredient.Relationship == Ingredient.ParentOf && ingredient.Manifest is not null)
        && !ManifestSignals.HasPerceptibleAction(manifest)
        && !Statement.ReadAll(manifest).Any(statement => statement.IsAi);
}
