using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Reads lines and tells which are labels; what nearly is one is read again, cleaned, by other models.</summary>
internal sealed class LineReader(LabelMatcher matcher, ExplicitLabelOptions options)
{
    public async Task<(IReadOnlyList<MatchedLine> Lines, IReadOnlyList<Problem> Problems)> ReadAsync(
        IReadOnlyList<InkCrop> crops, CancellationToken cancellationToken)
    {
        var first = await Tesseract.ReadAsync([.. crops.Select(Page.Of)], options.Languages, options.Program, cancellationToken);
        var lines = first.Lines.Select(Matched).ToArray();
        var near = Enumerable.Range(0, lines.Length)
            .Where(at => lines[at].Match is null && matcher.IsNear(lines[at].Text.Text))
            .Take(options.MaxSecondLines)
            .ToList();
        var second = await Tesseract.ReadAsync([.. near.Select(at => Page.Of(crops[at].WithoutGround()))], options.SecondLanguages, options.Program, cancellationToken);
        foreach (var (at, line) in near.Zip(second.Lines.Select(Matched)))
        {
            lines[at] = line.Match is null ? lines[at] : line;
        }

        return (lines, [.. new[] { first.Problem, second.Problem }.OfType<Problem>()]);
    }

    private MatchedLine Matched(RecognisedLine line) => new(line, matcher.Match(line.Text));
}

/// <param name="Match">Null when the line is no label.</param>
internal sealed record MatchedLine(RecognisedLine Text, LabelMatch? Match);
