using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>Conformance of a label with GB 45438-2025 §5.4, each requirement with its measured value.</summary>
/// <param name="Elements">Both words are present: one for AI, one for generation or synthesis.</param>
/// <param name="AtStart">It is visible from the first picture, within the accuracy of sampling. Measured in seconds.</param>
/// <param name="Duration">It is shown long enough. Measured in seconds.</param>
/// <param name="Height">Its glyphs are high enough. Measured as a share of the short side.</param>
public sealed record LabelConformance(Check<string> Elements, Check<double> AtStart, Check<double> Duration, Check<double> Height)
{
    public bool Passed => Elements.Passed && AtStart.Passed && Duration.Passed && Height.Passed;

    internal static LabelConformance Of(
        LabelMatch match, TimeSpan firstSeen, TimeSpan shown, double heightShare, ExplicitLabelOptions options)
    {
        var elements = string.Join(" + ", new[] { match.AiElement, match.MakingElement }.OfType<string>());
        return new(
            new(elements, match is { AiElement: not null, MakingElement: not null }),
            new(firstSeen.TotalSeconds, firstSeen <= options.TimeTolerance),
            new(shown.TotalSeconds, shown >= options.MinShown - options.TimeTolerance),
            new(heightShare, heightShare >= options.MinHeightShare * (1 - options.HeightTolerance)));
    }
}

/// <param name="Measured">The measured value.</param>
public sealed record Check<T>(T Measured, bool Passed);
