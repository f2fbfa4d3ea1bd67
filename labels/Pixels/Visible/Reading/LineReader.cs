using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Reads lines and tells which are labels; what nearly is one is read again in other forms, unless a label was found.</summary>
internal sealed class LineReader(LabelMatcher matcher, ExplicitLabelOptions options)
{
    public async Task<(IReadOnlyList<MatchedLine> Lines, IReadOnlyList<Problem> Problems)> ReadAsync(
        IReadOnlyList<InkCrop> crops, CancellationToken cancellationToken)
    {
        var first = await ReadFormsAsync([.. crops.Select((crop, rank) => rank < options.MaxLinesInForms ? Page.Forms(crop) : [Page.Of(crop)])], cancellationToken);
        var lines = first.Lines.Select(Surest).ToArray();
        if (lines.Any(static line => line.Match is { IsLabel: true }))
        {
            return (lines, first.Problem is { } problem ? [problem] : []);
        }

        var near = lines.Index()
            .Where(static line => line.Item.Match is null)
            .Select(line => (line.Index, Nearness: matcher.Nearness(line.Item.Text.Text)))
            .Where(static line => line.Nearness > 0)
            .OrderByDescending(static line => line.Nearness)
            .Take(options.MaxSecondLines)
            .Select(static line => line.Index)
            .ToList();
        var second = await ReadFormsAsync([.. near.Select(index => Page.Others(crops[index]))], cancellationToken);
        foreach (var (index, forms) in near.Zip(second.Lines))
        {
            lines[index] = Surest([lines[index], .. forms]);
        }

        return (lines, [.. new[] { first.Problem, second.Problem }.OfType<Problem>()]);
    }

    /// <summary>What one form denies, or shows to be talk, others may have read in part.</summary>
    private MatchedLine Surest(IReadOnlyList<MatchedLine> forms) =>
        forms.FirstOrDefault(form => matcher.Denies(form.Text.Text))
        ?? (matcher.IsTalk(forms[0].Text.Text) ? forms[0] : forms.FirstOrDefault(static form => form.Match is not null))
        ?? forms.MaxBy(form => matcher.Nearness(form.Text.Text))!;

    /// <summary>All forms of all lines by one run.</summary>
    private async Task<(IEnumerable<MatchedLine[]> Lines, Problem? Problem)> ReadFormsAsync(IReadOnlyList<Plane[]> lines, CancellationToken cancellationToken)
    {
        var reading = await Tesseract.ReadAsync([.. lines.SelectMany(static forms => forms)], options.Languages, options.Program, cancellationToken);
        var pages = new Queue<RecognisedLine>(reading.Lines);
        return (lines.Select(forms => forms.Select(_ => Matched(pages.Dequeue())).ToArray()).ToList(), reading.Problem);
    }

    private MatchedLine Matched(RecognisedLine line) => new(line, matcher.Match(line.Text));
}

/// <param name="Match">Null when the line is no label.</param>
internal sealed record MatchedLine(RecognisedLine Text, LabelMatch? Match);
