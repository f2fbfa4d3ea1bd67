using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Reading;

/// <param name="Match">Null if the line is not a label.</param>
/// <param name="Ink">The form in which it was read.</param>
internal sealed record MatchedLine(RecognisedLine Text, LabelMatch? Match, TextLineCrop Ink)
{
    /// <summary>The most confident of the line's forms that is a mention of AI; null if there is none, or the line is a label.</summary>
    public MatchedLine? Mention { get; init; }

    /// <summary>All readings of the line, in each of its forms.</summary>
    public IReadOnlyList<string> Readings { get; init; } = [Text.Text];

    /// <summary>
    /// Returns true if it has words that another reading lacks: it is sufficiently longer, and not so much less confident that specks
    /// beside the line were read.
    /// </summary>
    public bool ShowsMoreThan(MatchedLine other) =>
        Ink.Ink.Width > 1.15 * other.Ink.Ink.Width && Text.Confidence > 0.7 * other.Text.Confidence;
}
