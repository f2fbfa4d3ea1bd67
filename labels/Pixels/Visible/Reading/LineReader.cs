using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Reads lines and tells which are labels; what nearly is one is read again in other forms.</summary>
internal sealed class LineReader(LabelMatcher matcher, ExplicitLabelOptions options)
{
    public async Task<(IReadOnlyList<MatchedLine> Lines, IReadOnlyList<Problem> Problems)> ReadAsync(
        IReadOnlyList<InkCrop> crops, CancellationToken cancellationToken)
    {
        var first = await Tesseract.ReadAsync([.. crops.Select(Page.Of)], options.Languages, options.Program, cancellationToken);
        var lines = first.Lines.Select(Matched).ToArray();
        var near = lines.Index()
            .Where(static line => line.Item.Match is null)
            .Select(line => (line.Index, Nearness: matcher.Nearness(line.Item.Text.Text)))
            .Where(static line => line.Nearness > 0)
            .OrderByDescending(static line => line.Nearness)
            .Take(options.MaxSecondLines)
            .SelectMany(line => Page.Others(crops[line.Index]).Select(page => (line.Index, Page: page)))
            .ToList();
        var second = await Tesseract.ReadAsync([.. near.Select(static other => other.Page)], options.Languages, options.Program, cancellationToken);
        foreach (var (other, line) in near.Zip(second.Lines.Select(Matched)))
        {
            lines[other.Index] = lines[other.Index].Match is null && line.Match is not null ? line : lines[other.Index];
        }

        return (lines, [.. new[] { first.Problem, second.Problem }.OfType<Problem>()]);
    }

    private MatchedLine Matched(RecognisedLine line) => new(line, matcher.Match(line.Text));
}

/// <param name="Match">Null when the line is no label.</param>
internal sealed record MatchedLine(RecognisedLine Text, LabelMatch? Match);
