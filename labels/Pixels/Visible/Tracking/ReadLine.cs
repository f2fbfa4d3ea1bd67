using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>A line of text read as a label or a trace.</summary>
/// <param name="Seen">Where and when it was read.</param>
/// <param name="Look">Its appearance in other pictures.</param>
/// <param name="Ink">The crop that is measured.</param>
/// <param name="Clarity">How well the ink alone reads, 0 to 1.</param>
internal sealed record ReadLine(
    TextDetection Seen, TextLineCrop Look, TextLineCrop Ink, RecognizedText Text, LabelMatch Match, double Clarity)
{
    /// <summary>Maximum difference of the best clarity from that of another reading that is as clear.</summary>
    public const double AsClear = 0.02;

    /// <summary>Maximum difference of the heights of one label in two detections, as a share of the higher.</summary>
    private const double SameHeight = 0.25;

    private readonly Dictionary<(Picture Picture, bool Moves), double> _likeness = [];

    /// <summary>Where it is at which time, if it moves; one detection if it is still.</summary>
    public IReadOnlyList<TextDetection> Path { get; init; } = [Seen];

    public bool Moves => Path.Count > 1;

    /// <summary>
    /// Returns the line to measure: of those whose ink reads best the lowest, because the ground within a box, or around outlines, may read
    /// as well as the letters and is higher.
    /// </summary>
    public static ReadLine Clearest(IReadOnlyList<ReadLine> lines)
    {
        var best = lines.Max(static line => line.Clarity);
        return lines.Where(line => line.Clarity >= best - AsClear).MinBy(static line => line.Ink.Ink.Height)!;
    }

    /// <summary>Returns the similarity of its appearance in another picture, -1 to 1; of a moving one where it should be.</summary>
    public double LikenessIn(Picture picture)
    {
        if (!_likeness.TryGetValue((picture, Moves), out var likeness))
        {
            var frame = picture.Frame;
            likeness = Moves
                ? new SmallInk(this, scale: 1).In(new(frame.Time, frame.Width, frame.Height, frame.Luma)).Likeness
                : Look.LikenessIn(picture);
            _likeness[(picture, Moves)] = likeness;
        }

        return likeness;
    }

    public bool WasReadIn(Picture picture) =>
        Seen.Pictures.Contains(picture) || (Moves && Path.Any(detection => detection.Pictures.Contains(picture)));

    /// <summary>
    /// Returns true for another reading of the same letters, or the same words of the same size at another time or place.
    /// </summary>
    public bool IsSameLabelAs(ReadLine other) =>
        Ink.Ink.Overlap(other.Ink.Ink) > 0.2
        || (Match.Phrase == other.Match.Phrase
            && Math.Abs(Seen.Box.Height - other.Seen.Box.Height) <= SameHeight * Math.Max(Seen.Box.Height, other.Seen.Box.Height));
}
