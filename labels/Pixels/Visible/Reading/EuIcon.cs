using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>
/// The icon of the EU's Code of Practice on marking and labelling AI-generated content (10 June 2026, section 2): AI in capitals as its
/// main element, with GENERATED or MODIFIED under or beside it. The letters alone are also a generator's mark and stay one.
/// </summary>
internal static class EuIcon
{
    private const double LeastConfidence = 0.7;

    /// <summary>Maximum height of the word as a multiple of that of the letters.</summary>
    private const double MaxHeight = 1.1;

    /// <summary>Maximum gap between the letters and the word, as a multiple of the letters' height.</summary>
    private const double MaxGap = 0.8;

    private static readonly (string Text, string? Making)[] Words = [("GENERATED", "generated"), ("MODIFIED", null)];

    /// <returns>The letters as a part of the icon, or null if no such word is with them.</returns>
    public static LabelMatch? Match(JudgedLine letters, IEnumerable<JudgedLine> lines)
    {
        if (letters.Match?.Kind != VisibleLabelKind.AiMark)
        {
            return null;
        }

        var beside = lines.Where(line => line.Line.Time == letters.Line.Time && line.Line.Confidence >= LeastConfidence
            && Belongs(line.Line.Box, letters.Line.Box)).ToList();
        return Words.Where(word => beside.Exists(line => line.Line.Text.Trim() == word.Text))
            .Select(static word => new LabelMatch(VisibleLabelKind.EuIcon, $"AI {word.Text}", null, "AI", word.Making)).FirstOrDefault();
    }

    private static bool Belongs(Box word, Box letters)
    {
        var gap = MaxGap * letters.Height;
        var isBelow = word.Y >= letters.Y + (letters.Height / 2) && word.Y - letters.Bottom <= gap
            && word.X < letters.Right && word.Right > letters.X;
        var isBeside = word.X >= letters.X + (letters.Width / 2) && word.X - letters.Right <= gap
            && word.Y < letters.Bottom && word.Bottom > letters.Y;
        return word.Height <= MaxHeight * letters.Height && (isBelow || isBeside);
    }
}
