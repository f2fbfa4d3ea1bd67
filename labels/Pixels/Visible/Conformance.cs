using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Visible;

/// <summary>Holds the measures of a label against the requirements.</summary>
internal static class Conformance
{
    public static LabelConformance Of(
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
