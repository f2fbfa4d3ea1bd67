using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>Conformance of a label with GB 45438-2025 §5.4, each requirement with its measured value.</summary>
/// <param name="Elements">Both words are present: one for AI, one for generation or synthesis.</param>
/// <param name="AtStart">It is visible from the first picture, within the accuracy of sampling. Measured in seconds.</param>
/// <param name="Duration">It is shown long enough. Measured in seconds.</param>
/// <param name="Continuity">
/// It does not break off and return in the first seconds, of which every picture is checked. Measured in seconds without a break, up to the
/// time in which every picture is checked.
/// </param>
/// <param name="Legibility">Its letters differ enough from what is around them. Measured as a contrast ratio, 1 to 21.</param>
/// <param name="Height">Its glyphs are high enough. Measured as a share of the short side.</param>
/// <param name="Tracks">Every video track has a label that meets the other requirements. Measured as the number of such tracks.</param>
public sealed record LabelConformance(
    Check<string> Elements,
    Check<double> AtStart,
    Check<double> Duration,
    Check<double> Continuity,
    Check<double> Legibility,
    Check<double> Height,
    Check<int> Tracks)
{
    public bool Passed => PassesAlone && Tracks.Passed;

    /// <summary>Whether it meets the requirements that concern one track.</summary>
    internal bool PassesAlone =>
        Elements.Passed && AtStart.Passed && Duration.Passed && Continuity.Passed && Legibility.Passed && Height.Passed;

    internal static LabelConformance Of(
        LabelMatch match, Timeline timeline, Opening? opening, double contrast, double heightShare, ExplicitLabelOptions options)
    {
        var elements = string.Join(" + ", new[] { match.AiElement, match.MakingElement }.OfType<string>());
        var needed = options.MinShown - options.TimeTolerance;
        var alone = new LabelConformance(
            new(elements, match is { AiElement: not null, MakingElement: not null }),
            new(timeline.First.TotalSeconds, timeline.First <= options.TimeTolerance),
            new(timeline.Shown.TotalSeconds, timeline.Shown >= needed),
            new((opening?.Unbroken ?? timeline.Shown).TotalSeconds, opening is not { Returns: true } and not { DependsOnPlayer: true }),
            new(Math.Round(contrast, 2), contrast >= options.MinContrast),
            new(heightShare, heightShare >= options.MinHeightShare * (1 - options.HeightTolerance)),
            new(0, true));
        return alone with { Tracks = new(alone.PassesAlone ? 1 : 0, true) };
    }
}

/// <param name="Measured">The measured value.</param>
public sealed record Check<T>(T Measured, bool Passed);
