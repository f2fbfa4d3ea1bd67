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
}

/// <param name="Measured">The measured value.</param>
public sealed record Check<T>(T Measured, bool Passed);
