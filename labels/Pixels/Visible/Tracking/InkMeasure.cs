namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>How much a place in a small picture looks like a label's ink.</summary>
/// <param name="Likeness">Normalised cross-correlation with the ink, -1 to 1.</param>
/// <param name="Strength">Contrast of the ink, relative to the ink itself: half of it if the label is half transparent.</param>
internal readonly record struct InkMeasure(double Likeness, double Strength)
{
    /// <summary>Minimum likeness: what remains by chance is below it.</summary>
    private const double LeastLikeness = 0.2;

    /// <summary>Minimum share of the usual likeness: less is another picture.</summary>
    private const double UsualLikeness = 0.5;

    /// <summary>Minimum share of the usual strength: less is a label that is fading or hardly visible.</summary>
    private const double UsualStrength = 0.35;

    public bool IsClear => Likeness > 1.5 * LeastLikeness && Strength > 0;

    public bool IsLike(InkMeasure usual) =>
        Likeness >= Math.Max(LeastLikeness, UsualLikeness * usual.Likeness) && Strength >= UsualStrength * usual.Strength;

    public static InkMeasure Median(IReadOnlyList<InkMeasure> all) =>
        new(Median(all.Select(static one => one.Likeness)), Median(all.Select(static one => one.Strength)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
