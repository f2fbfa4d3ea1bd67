using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>A line of text read as a label or a trace.</summary>
/// <param name="Seen">The candidate as read; its threshold is how well its ink reads, of 100.</param>
/// <param name="Look">Its appearance in other pictures.</param>
/// <param name="Ink">The crop that was read.</param>
internal sealed record ReadLine(
    Candidate Candidate, TextDetection Seen, TextLineCrop Look, TextLineCrop Ink, RecognizedText Text, LabelMatch Match)
{
    /// <summary>Share of the best likeness at which another reading is as clear.</summary>
    private const double AsClear = 0.9;

    /// <summary>
    /// Returns the line to measure: of those whose ink reads best the lowest, because the ground within a box, or around outlines, may read
    /// as well as the letters and is higher.
    /// </summary>
    public static ReadLine Clearest(IReadOnlyList<ReadLine> lines)
    {
        var best = lines.Max(static line => line.Seen.Threshold);
        return lines.Where(line => line.Seen.Threshold >= AsClear * best).MinBy(static line => line.Ink.Ink.Height)!;
    }

    private readonly Dictionary<Picture, double> _likeness = [];

    /// <summary>Returns the similarity of its appearance in another picture, -1 to 1.</summary>
    public double LikenessIn(Picture picture) =>
        _likeness.TryGetValue(picture, out var known) ? known : _likeness[picture] = Look.LikenessIn(picture);

    public bool WasReadIn(Picture picture) => Seen.Pictures.Contains(picture);

    /// <summary>
    /// Returns true for another reading of the same letters, or the same words of the same size at another time or place.
    /// </summary>
    public bool IsSameLabelAs(ReadLine other) =>
        Ink.Ink.Overlap(other.Ink.Ink) > 0.2
        || (Match.Phrase == other.Match.Phrase
            && Math.Abs(Ink.Ink.Height - other.Ink.Ink.Height) <= 0.15 * Math.Max(Ink.Ink.Height, other.Ink.Ink.Height));
}
