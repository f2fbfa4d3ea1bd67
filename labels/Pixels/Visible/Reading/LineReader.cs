using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Reads lines and matches labels; a near match is read again in other forms, unless a label was found beside it.</summary>
internal sealed class LineReader(LabelMatcher matcher, ExplicitLabelOptions options)
{
    /// <summary>Maximum number of letters of a mark: AI and a speck.</summary>
    private const int MostLettersOfMark = 3;

    public async Task<(IReadOnlyList<MatchedLine> Lines, IReadOnlyList<Problem> Problems)> ReadAsync(
        IReadOnlyList<LineForms> forms, CancellationToken cancellationToken)
    {
        var first = await ReadFormsAsync([.. forms.Select(static line => line.First)], cancellationToken);
        var read = first.Lines.ToArray();
        var lines = read.Select(Surest).ToArray();
        var labels = lines.Index().Where(static line => line.Item.Match is { IsLabel: true }).Select(line => forms[line.Index].Ink.Ink)
            .ToList();
        var near = lines.Index()
            .Where(line =>
                line.Item.Match is null
                    && (labels.Count == 0 || labels.Exists(label => IsLikeItElsewhere(forms[line.Index].Ink.Ink, label))))
            .Select(line => (line.Index, Nearness: matcher.Nearness(line.Item.Text.Text)))
            .Where(static line => line.Nearness > 0)
            .OrderByDescending(static line => line.Nearness)
            .Take(options.MaxSecondLines)
            .Select(static line => line.Index)
            .ToList();
        var second = await ReadFormsAsync([.. near.Select(index => forms[index].Second)], cancellationToken);
        foreach (var (index, again) in near.Zip(second.Lines))
        {
            read[index] = [.. read[index], .. again];
            lines[index] = Surest([lines[index], .. again]);
        }

        return ([.. lines.Zip(read, (line, forms) => line with
            {
                Mention = line.Match is null ? SurestMention(forms) : null,
                Readings = [.. forms.Select(static form => form.Text.Text).Distinct()],
            })],
            [.. new[] { first.Problem, second.Problem }.OfType<Problem>()]);
    }

    /// <summary>Returns true if a line may be a label read at another place, one that hops.</summary>
    private static bool IsLikeItElsewhere(Box line, Box label) =>
        line.Overlap(label) == 0 && Math.Abs(line.Height - label.Height) <= 0.15 * Math.Max(line.Height, label.Height);

    /// <summary>Returns the most confident form. If one form is a negation or a mention, others may have been read only in part.</summary>
    private MatchedLine Surest(IReadOnlyList<MatchedLine> forms) =>
        forms.FirstOrDefault(form => matcher.Negates(form.Text.Text))
        ?? (forms.FirstOrDefault(form => IsLabel(form, forms)) is { } label ? FindMention(forms, label) ?? label : null)
        ?? forms.MaxBy(form => matcher.Nearness(form.Text.Text))!;

    /// <summary>Accepts the bare letters AI as a mark only if no form reads more.</summary>
    private static bool IsLabel(MatchedLine line, IReadOnlyList<MatchedLine> forms) =>
        line.Match is { } match
            && (match.Kind != VisibleLabelKind.AiMark
                || forms.All(static form => form.Text.Text.Count(char.IsLetterOrDigit) <= MostLettersOfMark));

    /// <summary>
    /// Returns a form that is a mention and shows more of the line than the label, or any such form if most are mentions.
    /// </summary>
    private MatchedLine? FindMention(IReadOnlyList<MatchedLine> forms, MatchedLine label)
    {
        var talk = forms.Where(form => matcher.IsMention(form.Text.Text)).ToList();
        var labels = forms.Count(static form => form.Match is not null);
        return talk.Find(form => talk.Count > labels || form.ShowsMoreThan(label));
    }

    private MatchedLine? SurestMention(IEnumerable<MatchedLine> forms) =>
        forms.Where(form => matcher.IsMention(form.Text.Text)).MaxBy(static form => form.Text.Confidence);

    /// <summary>Reads all forms of all lines in one run.</summary>
    private async Task<(IEnumerable<MatchedLine[]> Lines, Problem? Problem)> ReadFormsAsync(
        IReadOnlyList<IReadOnlyList<LineForm>> lines, CancellationToken cancellationToken)
    {
        var reading =
            await Tesseract.ReadAsync([.. lines.SelectMany(static forms => forms.Select(static form => form.Shown))], options.Languages,
                options.Program, cancellationToken);
        var pages = new Queue<RecognisedLine>(reading.Lines);
        return (lines.Select(forms => forms.Select(form => Matched(pages.Dequeue(), form.Ink)).ToArray()).ToList(), reading.Problem);
    }

    private MatchedLine Matched(RecognisedLine line, TextLineCrop ink) => new(line, matcher.Match(line.Text), ink);
}
