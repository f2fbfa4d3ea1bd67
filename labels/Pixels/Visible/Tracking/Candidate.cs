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
    public TextDetection Best => field ??= Typical([.. Strongest]);

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
