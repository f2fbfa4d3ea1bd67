using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace VideoGate.Local.Samples;

/// <summary>
/// Where each video ended: a table of as many columns as fit, a card for each video where not even three fit, and plain lines where the width is unknown.
/// Every value is plain text.
/// </summary>
internal static class Report
{
    private const string None = "–";

    private static readonly Column[] Columns =
    [
        new("file", 16, Rank: 0, run => run.Sample.Name),
        new("origin", 12, Rank: 3, run => run.Case?.Decision?.Origin),
        new("generator", 9, Rank: 6, run => run.Case?.Generator),
        new("labels in the file", 16, Rank: 8, run => run.Case?.Labels is { } labels ? string.Join(", ", labels.Findings.Select(kind => $"{kind.Key} × {kind.Value}")) : null),
        new("seen on screen", 18, Rank: 5, run => run.Case?.ExplicitLabel is { } seen ? Seen(seen) : null),
        new("safety", 8, Rank: 4, run => run.Case?.Safety is { } safety ? string.Join(' ', safety.UnsafeCategories.Prepend(safety.State)) : null),
        new("decision", 28, Rank: 1, Decision) { IsVerdict = true },
        new("rules", 16, Rank: 9, run => run.Case?.Decision is { } decision ? string.Join(", ", decision.Rules.Select(rule => rule.Id)) : null),
        new("where", 22, Rank: 7, run => run.Case is { Location: { } location } ? $"{location.Container}/{location.Name}" : run.Case?.State),
        new("took", 6, Rank: 2, run => Printable.Seconds(run.Took)),
    ];

    /// <param name="width">Of the terminal, in cells.</param>
    public static IRenderable Of(IReadOnlyList<Run> runs, int width)
    {
        var columns = Columns.ToList();
        while (NeededBy(columns) > width && columns.Count > 3)
        {
            columns.Remove(columns.MaxBy(column => column.Rank)!);
        }

        return NeededBy(columns) > width ? Cards(runs) : Table(runs, columns, width);
    }

    /// <summary>For a log: a line for each video, without what it lacks.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Run> runs) => runs.Select(run =>
        $"{run.Sample.Name}: {string.Join("; ", Columns.Skip(1).OrderBy(column => column.Rank).Select(column => column.NameAndValue(run)).OfType<string>())}");

    /// <summary>What was decided, or why nothing was.</summary>
    public static string? Decision(Run run) => run.Error
        ?? (run.Case is not { Ended: true } ended ? run.Stage : ended.Decision is { } decision ? $"{decision.Outcome}: {decision.Reason}" : ended.State);

    private static int NeededBy(List<Column> columns) => columns.Sum(column => column.Width + 3) + 1;

    private static Table Table(IReadOnlyList<Run> runs, List<Column> columns, int width)
    {
        var widths = Share(runs, columns, width);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column.Heading).Width(widths[column]));
        }

        foreach (var run in runs)
        {
            table.AddRow(columns.Select(column => column.Cell(run)));
        }

        return table;
    }

    /// <summary>Gives each column what it needs at least, and what is left to those whose values are longer, in the order of their rank.</summary>
    private static Dictionary<Column, int> Share(IReadOnlyList<Run> runs, List<Column> columns, int width)
    {
        var wanted = columns.ToDictionary(
            column => column,
            column => runs.Select(run => (column.Value(run) ?? None).GetCellWidth()).Append(column.Heading.GetCellWidth()).Max());
        var widths = columns.ToDictionary(column => column, column => Math.Min(column.Width, wanted[column]));
        var left = width - (columns.Count * 3) - 1 - widths.Values.Sum();
        foreach (var column in columns.OrderBy(column => column.Rank))
        {
            var more = Math.Clamp(wanted[column] - widths[column], 0, left);
            widths[column] += more;
            left -= more;
        }

        return widths;
    }

    private static Rows Cards(IReadOnlyList<Run> runs) => new(runs.SelectMany(run =>
    {
        var card = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn().PadRight(0));
        foreach (var column in Columns.Skip(1).Where(column => !string.IsNullOrEmpty(column.Value(run))))
        {
            card.AddRow(new Text($"  {column.Heading}", new Style(Color.Grey)), column.Cell(run));
        }

        return new IRenderable[] { new Text(run.Sample.Name, new Style(decoration: Spectre.Console.Decoration.Bold)), card };
    }));

    /// <summary>What was read, how high it is, and when it is there.</summary>
    private static string Seen(SeenView seen) => seen.Labels is [] ? seen.Compliance : string.Join("; ", seen.Labels.Select(label => string.Create(
        CultureInfo.InvariantCulture,
        $"{label.Text}: {label.HeightShare:P1} high, from {label.FirstSeen:0.0} s for {label.Shown:0.0} s")));

    /// <param name="Width">The least that shows it well, in cells.</param>
    /// <param name="Rank">The highest is left out first.</param>
    private sealed record Column(string Heading, int Width, int Rank, Func<Run, string?> ValueOf)
    {
        public bool IsVerdict { get; init; }

        public string? Value(Run run) => ValueOf(run) is { Length: > 0 } value ? Printable.Of(value) : null;

        public Text Cell(Run run) => new(Value(run) ?? None, new Style(IsVerdict ? run.EndedAsExpected ? Color.Green : Color.Red : null));

        public string? NameAndValue(Run run) => Value(run) is { } value ? IsVerdict ? value : $"{Heading} {value}" : null;
    }
}
