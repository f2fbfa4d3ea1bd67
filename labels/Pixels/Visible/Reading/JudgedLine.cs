using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>A line of text and what the vocabulary makes of it.</summary>
/// <param name="Match">Null if it is not a label.</param>
/// <param name="IsMention">Whether it has a label's wording among words that make it no label.</param>
/// <param name="Nearness">Share of a label's wording in a line that is not decided, 0 to 1.</param>
internal sealed record JudgedLine(ScannedLine Line, LabelMatch? Match, bool IsMention, bool Negates, double Nearness)
{
    public bool IsLabel => Match is { IsLabel: true };

    public static JudgedLine Of(ScannedLine line, LabelMatcher matcher) =>
        new(line, matcher.Match(line.Text), matcher.IsMention(line.Text), matcher.Negates(line.Text), matcher.Nearness(line.Text));

    /// <summary>Returns true for another reading of the same place.</summary>
    public bool IsAtPlaceOf(JudgedLine other) => Line.Box.Overlap(other.Line.Box) > 0.3 || other.Line.Box.ShareIn(Line.Box) > 0.6;
}
