using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Times at which a label is shown.</summary>
/// <param name="Shown">
/// Total time: from picture to picture, half the interval if only one of two shows it, the whole interval at the ends of the video.
/// </param>
internal sealed record Timeline(TimeSpan First, TimeSpan Last, TimeSpan Shown)
{
    /// <param name="seen">For each picture whether it shows the label; at least one does.</param>
    /// <param name="end">Length of the video.</param>
    public static Timeline Of(IReadOnlyList<Picture> pictures, IReadOnlyList<bool> seen, TimeSpan end)
    {
        var shown = TimeSpan.Zero;
        for (var i = 1; i < pictures.Count; i++)
        {
            var step = pictures[i].Time - pictures[i - 1].Time;
            shown += ((seen[i] ? 1 : 0) + (seen[i - 1] ? 1 : 0)) * (step / 2);
        }

        var times = pictures.Zip(seen).Where(static pair => pair.Second).Select(static pair => pair.First.Time).ToList();
        shown += seen[^1] && end > pictures[^1].Time ? end - pictures[^1].Time : TimeSpan.Zero;
        shown += seen[0] ? pictures[0].Time : TimeSpan.Zero;
        return new(times[0], times[^1], shown);
    }

    /// <summary>
    /// Corrects the times by what every picture of the first seconds shows: a label that fades in slowly begins where it is clear, and one
    /// that breaks off and returns is taken to do so to its end.
    /// </summary>
    /// <param name="tolerance">Accuracy of sampling.</param>
    public Timeline With(Opening? opening, TimeSpan tolerance)
    {
        if (opening is null)
        {
            return this;
        }

        var late = opening.First - First > tolerance ? opening.First - First : TimeSpan.Zero;
        var share = opening.Returns && opening.Visited > TimeSpan.Zero ? Math.Min(1, opening.Shown / opening.Visited) : 1;
        return this with { First = First + late, Shown = (Shown - late) * share };
    }
}
