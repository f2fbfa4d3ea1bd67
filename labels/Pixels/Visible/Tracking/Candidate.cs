using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Detections that may be one line of text: at one place, or of one appearance while moving.</summary>
/// <param name="Detections">In order of time; at least one.</param>
internal sealed record Candidate(IReadOnlyList<TextDetection> Detections, bool Moves)
{
    /// <summary>
    /// Likelihood of a label: strong, longer than high, and lasting, although a label may last a second; moving regions are mostly picture
    /// content.
    /// </summary>
    public double Rank =>
        Math.Sqrt(Best.Threshold) * (1 + Math.Log2(Math.Min(Detections.Count, 8))) * (Best.Box.Width >= 2 * Best.Box.Height
            ? 1.5
            : 1) * (Moves || Drifts ? 0.6 : 1);

    /// <summary>Priority for reading: labels are meant to be visible, and specks of texture are many and small.</summary>
    public double Prominence => Rank * Math.Sqrt(Best.Box.Area);

    /// <summary>True if it moves at one speed.</summary>
    public bool Drifts => Best.Drift != 0;

    /// <summary>
    /// The detection that is read: of those with the strongest strokes the most typical, because in some the picture behind joins the text
    /// or hides part of it.
    /// </summary>
    public TextDetection Best
    {
        get => field ??= Typical([.. Strongest]);
        private init;
    }

    /// <summary>
    /// Candidates to read: a moving one is in front of another part of the picture each time, so it is read at three times.
    /// </summary>
    public IEnumerable<Candidate> Readings => Moves && Detections.Count > 2
        ? Strongest.Chunk((Strongest.Count() + 2) / 3).Select(part => this with { Best = part[part.Length / 2] })
        : [this];

    /// <summary>
    /// The best detection over all the time that it looks the same: the longer the time that is overlaid, the less remains of motion behind
    /// it. The ends of that time are excluded, because pictures without the label may be among them.
    /// </summary>
    public TextDetection Lasting
    {
        get
        {
            if (Moves)
            {
                return Best;
            }

            var pictures = Inner(LikeBest()).Append(Best).SelectMany(static detection => detection.Pictures).Distinct()
                .Where(picture => Best.Motion.IsIn(picture, Best.Box))
                .OrderBy(static picture => picture.Time)
                .ToList();
            return pictures.SequenceEqual(Best.Pictures) ? Best : Best.Over(pictures);
        }
    }

    public bool IsAtTimeOf(Candidate other) =>
        Detections[0].From <= other.Detections[^1].To && other.Detections[0].From <= Detections[^1].To;

    public bool IsEverTogetherWith(Candidate other) =>
        Detections.SelectMany(static detection => detection.Pictures)
            .Intersect(other.Detections.SelectMany(static detection => detection.Pictures)).Any();

    /// <summary>Returns the detections with adjacent ones before and after.</summary>
    private static IEnumerable<TextDetection> Inner(List<TextDetection> detections) =>
        detections.Where(
            (detection, at) =>
                at > 0 && at < detections.Count - 1 && detections[at - 1].To >= detection.From && detections[at + 1].From <= detection.To);

    private List<TextDetection> LikeBest()
    {
        var ink = StrokesOfBest(Best)!;
        return [.. Detections.Where(detection => ReferenceEquals(detection, Best)
            || (detection.IsSameAs(Best) && StrokesOfBest(detection) is { } strokes && InkLikeness.Of(strokes, ink) >= InkLikeness.Same))];
    }

    private Plane? StrokesOfBest(TextDetection detection) =>
        detection.Parts(Best.Motion.At(detection.From, Best.Box)) is { Count: > 0 } parts
        ? TextFinder.Strokes(Primaries.Overlay(parts, Best.Polarity), TextLineCrop.RadiusOf(Best.Box.Height))
        : null;

    private IEnumerable<TextDetection> Strongest =>
        Detections.Where(detection => detection.Threshold == Detections.Max(static other => other.Threshold));

    /// <summary>Returns the most typical detection; the middle one of equals.</summary>
    private TextDetection Typical(IReadOnlyList<TextDetection> detections) => Moves
        ? detections[detections.Count / 2]
        : detections.Index()
            .OrderByDescending(one => Math.Round(detections.Sum(one.Item.Overlap), 1))
            .ThenBy(one => Math.Abs(one.Index - ((detections.Count - 1) / 2)))
            .First().Item;
}
