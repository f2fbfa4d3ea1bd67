using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Reading;

/// <param name="Match">Null when the line is no label.</param>
/// <param name="Ink">The form in which it was read.</param>
internal sealed record MatchedLine(RecognisedLine Text, LabelMatch? Match, TextLineCrop Ink)
{
    /// <summary>The surest of the line's forms that is talk about AI; null where there is none, or the line is a label.</summary>
    public MatchedLine? Mention { get; init; }

    /// <summary>
    /// Whether it holds words that another reading lacks: it is so much longer, and not so much less sure that specks beside the line were
    /// read.
    /// </summary>
    public bool ShowsMoreThan(MatchedLine other) =>
        Ink.Ink.Width > 1.15 * other.Ink.Ink.Width && Text.Confidence > 0.7 * other.Text.Confidence;
}
