using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Reads lines and tells which are labels; what nearly is one is read again in other forms, unless a label was found beside it.</summary>
internal sealed class LineReader(LabelMatcher matcher, ExplicitLabelOptions options)
{
    public async Task<(IReadOnlyList<MatchedLine> Lines, IReadOnlyList<Problem> Problems)> ReadAsync(
        IReadOnlyList<InkCrop> crops, CancellationToken cancellationToken)
    {
        var first = await ReadFormsAsync([.. crops.Select((crop, rank) => rank < options.MaxLinesInForms ? Page.Forms(crop) : [Page.Of(crop)])], cancellationToken);
        var lines = first.Lines.Select(Surest).ToArray();
        var labels = lines.Index().Where(static line => line.Item.Match is { IsLabel: true }).Select(line => crops[line.Index].Ink).ToList();
        var near = lines.Index()
            .Where(line => line.Item.Match is null && (labels.Count == 0 || labels.Exists(label => IsLikeItElsewhere(crops[line.Index].Ink, label))))
            .Select(line => (line.Index, Nearness: matcher.Nearness(line.Item.Text.Text)))
            .Where(static line => line.Nearness > 0)
            .OrderByDescending(static line => line.Nearness)
            .Take(options.MaxSecondLines)
            .Select(static line => line.Index)
            .ToList();
        var second = await ReadFormsAsync([.. near.Select(index => Page.MoreForms(crops[index]))], cancellationToken);
        foreach (var (index, forms) in near.Zip(second.Lines))
        {
            lines[index] = Surest([lines[index], .. forms]);
        }

        return (lines, [.. new[] { first.Problem, second.Problem }.OfType<Problem>()]);
    }

    /// <summary>Whether a line may be a label that was read at another place: it hops.</summary>
    private static bool IsLikeItElsewhere(Box line, Box label) =>
        line.Overlap(label) == 0 && Math.Abs(line.Height - label.Height) <= 0.15 * Math.Max(line.Height, label.Height);

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
        return (lines.Select(forms => forms.Select((_, form) => Matched(pages.Dequeue(), form)).ToArray()).ToList(), reading.Problem);
    }

    private MatchedLine Matched(RecognisedLine line, int form) => new(line, matcher.Match(line.Text), form == Page.FormWithoutGround);
}

/// <param name="Match">Null when the line is no label.</param>
/// <param name="IsWithoutGround">It was read in the form of <see cref="InkCrop.WithoutGround"/>.</param>
internal sealed record MatchedLine(RecognisedLine Text, LabelMatch? Match, bool IsWithoutGround);
