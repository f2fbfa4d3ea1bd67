using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;
using AiLabels.Iptc;
using AiLabels.Reports;

namespace AiLabels.C2pa.Rubrics;

/// <summary>The signals of one manifest, by <c>asset-rubric-signals-local</c> of the C2PA Asset Rubrics 1.0.</summary>
internal static class ManifestSignals
{
    private const string Actions = "c2pa.actions.v2";

    private static readonly HashSet<string?> Inception = ["c2pa.created", "c2pa.opened"];

    private static readonly HashSet<string?> NonEditorial =
    [
        "c2pa.converted", "c2pa.published", "c2pa.repackaged", "c2pa.transcoded", "c2pa.resized.proportional", "c2pa.enhanced",
        "c2pa.edited.metadata", "c2pa.watermarked", "c2pa.watermarked.bound", "c2pa.watermarked.unbound", "c2pa.redacted",
    ];

    private static readonly Dictionary<string, RubricSignal> Beginnings = new()
    {
        ["empty"] = RubricSignal.BlankCanvas,
        ["digitalCapture"] = RubricSignal.CapturedMedia,
        ["computationalCapture"] = RubricSignal.CapturedMedia,
        ["compositeCapture"] = RubricSignal.CapturedMediaStitched,
        ["composite"] = RubricSignal.CompositionMayContainGenAI,
        ["trainedAlgorithmicMedia"] = RubricSignal.FullyGenAIMedia,
        ["digitalCreation"] = RubricSignal.NonGenAIDigitalCreation,
        ["compositeWithTrainedAlgorithmicMedia"] = RubricSignal.PartlyGenAICreation,
        ["screenCapture"] = RubricSignal.ScreenCaptureMayContainGenAI,
    };

    public static IEnumerable<RubricSignal> Of(Manifest manifest)
    {
        var lists = manifest.Assertions.Where(assertion => assertion.Name == Actions).ToList();
        var actions = ActionsIn(manifest).ToList();
        var signals = actions.SelectMany(OfAction).ToList();
        if (manifest.Assertions.Any(assertion => assertion.Name == "c2pa.ingredient.v3" && assertion.Cbor?["activeManifest"] is null))
        {
            signals.Add(RubricSignal.MediaUnknownProvenance);
        }

        if (actions.Count == 0 || lists.Exists(list => list.Cbor?["allActionsIncluded"]?.Boolean != true)
            || actions.Exists(IsAmbiguous)
            || manifest.Claim.Gathered.Any(reference => reference.Url.Contains("c2pa.actions", StringComparison.Ordinal)))
        {
            signals.Add(RubricSignal.AmbiguousActions);
        }

        return signals.Distinct();
    }

    /// <summary>Returns true if an action may change what people perceive, regardless of its source type.</summary>
    public static bool HasPerceptibleAction(Manifest manifest) => ActionsIn(manifest).Any(action => IsPerceptible(NameOf(action)));

    private static IEnumerable<CborNode> ActionsIn(Manifest manifest) => manifest.Assertions
        .Where(assertion => assertion.Name == Actions).SelectMany(assertion => assertion.Cbor?["actions"]?.Items ?? []);

    private static IEnumerable<RubricSignal> OfAction(CborNode action)
    {
        var name = NameOf(action);
        var code = action["digitalSourceType"]?.Text is { } value ? DigitalSourceType.Code(value) ?? "" : null;
        if (NonEditorial.Contains(name))
        {
            yield return RubricSignal.NonEditorial;
        }
        else if (Inception.Contains(name))
        {
            if (code is not null && Beginnings.TryGetValue(code, out var beginning))
            {
                yield return beginning;
            }
        }
        else if (code is not null && name is not null)
        {
            yield return DigitalSourceType.IsAi(code) ? RubricSignal.PerceptibleGenAI : RubricSignal.PerceptibleNonGenAI;
            if (code is "digitalArt" or "composite")
            {
                yield return RubricSignal.PerceptiblePossiblyGenAI;
            }
        }
    }

    private static bool IsAmbiguous(CborNode action) =>
        NameOf(action) is not { } name || name == "c2pa.unknown" || !name.StartsWith("c2pa.", StringComparison.Ordinal);

    private static bool IsPerceptible(string? name) => !Inception.Contains(name) && !NonEditorial.Contains(name);

    private static string? NameOf(CborNode action) => action["action"]?.Text;
}
