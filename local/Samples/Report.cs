using Spectre.Console;
using Spectre.Console.Rendering;

namespace VideoGate.Local.Samples;

/// <summary>The result of each video: a table with as many columns as fit, or a card for each video if not even three fit.</summary>
internal static class Report
{
    // The most important first.
    private static readonly Column[] Columns =
    [
        new("file", 16, run => run.Sample.Name),
        new("decision", 28, Decision),
        new("took", 6, run => $"{run.Took.TotalSeconds:0.0} s"),
        new("origin", 12, run => run.Case?.Decision?.Origin),
        new("safety", 8, run => run.Case?.Safety is { } safety ? string.Join(", ", [safety.State, .. safety.UnsafeCategories]) : null),
        new("on screen", 18, run => run.Case?.ExplicitLabel is { } seen ? Seen(seen) : null),
        new("generator", 9, run => run.Case?.Generator),
        new("where", 22, run => run.Case?.Location is { } location ? $"{location.Container}/{location.Name}" : null),
    ];

    /// <param name="width">Width of the terminal, in cells.</param>
    public static IRenderable Of(IReadOnlyList<Run> runs, int width)
    {
        var left = width - 1;
        var columns = Columns.TakeWhile(column => (left -= column.Width + 3) >= 0).ToList();
        if (columns.Count < 3)
        {
            return new Rows(runs.Select(run => new Text(Line(run, "\n  "))));
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns([.. columns.Select(column => column.Heading)]);
        foreach (var run in runs)
        {
            var colour = new Style(run.EndedAsExpected ? Color.Green : Color.Red);
            table.AddRow(columns.Select(column => new Text(column.Value(run) ?? "–", column.ValueOf == Decision ? colour : null)));
        }

        return table;
    }

    /// <summary>Returns the known facts of a video in one line.</summary>
    public static string Line(Run run, string separator) => string.Join(separator, Columns.Skip(1)
        .Where(column => column.Value(run) is not null).Select(column => $"{column.Heading} {column.Value(run)}").Prepend(run.Sample.Name));

    /// <summary>Returns the decision, or the reason why there is none.</summary>
    public static string Decision(Run run) => run.Error
        ?? (run.Case is not { Ended: true } ended ? $"not ended: {run.Stage}"
            : ended.Decision is { } decision ? $"{ended.Withheld ?? decision.Outcome}: {decision.Reason}"
            : ended.State);

    private static string Seen(SeenView seen) => string.Join(", ", seen.Labels.Select(label => label.Text).Prepend(seen.Compliance));

    /// <param name="Width">Minimum width, in cells.</param>
    private sealed record Column(string Heading, int Width, Func<Run, string?> ValueOf)
    {
        public string? Value(Run run) => ValueOf(run) is { Length: > 0 } value ? Printable.Of(value) : null;
    }
}
