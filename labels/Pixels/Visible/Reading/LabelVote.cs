using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Decides which lines are labels: the readings of one place vote, and a negation that is read surely wins.</summary>
internal sealed class LabelVote(Denials denials)
{
    private const double LeastConfidence = 0.5;

    /// <summary>Minimum confidence of the bare letters AI, which texture resembles.</summary>
    private const double LeastConfidenceOfAi = 0.8;

    private const double SureNegation = 0.7;

    /// <summary>Minimum confidence of longer text at the place of a mark, of which the mark was only a part.</summary>
    private const double SureText = 0.85;

    /// <summary>Maximum time between readings of the same text.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(2.5);

    /// <returns>The labels and traces, the most confident first.</returns>
    public List<JudgedLine> Of(IReadOnlyList<JudgedLine> lines) =>
    [
        .. lines.Where(static line => line.Match is not null && line.Line.Confidence >= LeastOf(line.Match))
            .Where(line => !lines.Any(other => Denies(other, line)) && !IsOutvoted(line, lines))
            .OrderByDescending(static line => line.Line.Confidence),
    ];

    private static double LeastOf(LabelMatch match) =>
        match.Kind == VisibleLabelKind.AiMark ? LeastConfidenceOfAi : LeastConfidence;

    private bool Denies(JudgedLine other, JudgedLine label) =>
        label.IsLabel && other.Match is null && other.Line.Confidence > SureNegation
        && denials.Denies(other.Line.Text, other.Line.Box, label.Line.Box, other.Line.Time == label.Line.Time);

    private static bool IsOutvoted(JudgedLine label, IReadOnlyList<JudgedLine> lines)
    {
        var place = lines.Where(other => other.IsAtPlaceOf(label) && (other.Line.Time - label.Line.Time).Duration() <= Together).ToList();
        var labels = place.Where(static line => line.Match is not null).Sum(static line => line.Line.Confidence);
        var others = place.Where(other => other.IsMention || other.Negates || IsLonger(other, label))
            .Sum(static line => line.Line.Confidence);
        return others > labels;
    }

    private static bool IsLonger(JudgedLine other, JudgedLine mark) =>
        !mark.IsLabel && other is { Match: null, Nearness: 0 } && other.Line.Confidence > SureText
        && other.Line.Text.Length > mark.Line.Text.Length + 2;
}
