using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>A line of text read as a label or a trace.</summary>
/// <param name="Seen">The candidate as read.</param>
/// <param name="Look">Its appearance in other pictures.</param>
/// <param name="Ink">The crop that was read.</param>
internal sealed record ReadLine(
    Candidate Candidate, TextDetection Seen, TextLineCrop Look, TextLineCrop Ink, RecognisedLine Text, LabelMatch Match)
{
    public bool WasReadIn(Picture picture) => Seen.Pictures.Contains(picture);

    /// <summary>
    /// Returns true for another reading of the same letters, or the same words of the same size at another time or place.
    /// </summary>
    public bool IsSameLabelAs(ReadLine other) =>
        Ink.Ink.Overlap(other.Ink.Ink) > 0.2
        || (Match.Phrase == other.Match.Phrase
            && Math.Abs(Ink.Ink.Height - other.Ink.Ink.Height) <= 0.15 * Math.Max(Ink.Ink.Height, other.Ink.Ink.Height));
}
