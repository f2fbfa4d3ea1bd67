using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Local.Samples;

/// <summary>The table of videos and where each one ended. Every cell is plain text: names and labels come from untrusted files.</summary>
internal static class Report
{
    private static readonly string[] Headings = ["file", "origin", "generator", "labels in the file", "seen on screen", "safety", "decision", "rules", "where", "took"];

    public static Table Of(IReadOnlyList<Run> runs)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in Headings)
        {
            table.AddColumn(heading);
        }

        foreach (var run in runs)
        {
            table.AddRow(Row(run));
        }

        return table;
    }

    private static IEnumerable<IRenderable> Row(Run run)
    {
        yield return Text(run.Sample.Name);
        if (run.Case is not { Ended: true } ended)
        {
            yield return Text(run.Error ?? run.Stage, run.Error is null ? Color.Grey : Color.Red);
            yield break;
        }

        yield return Text(ended.Decision?.Origin);
        yield return Text(ended.Labels?.Generator ?? ended.ExplicitLabel?.Generator);
        yield return Text(ended.Labels is null ? null : string.Join(", ", ended.Labels.Findings.Select(kind => $"{kind.Key} × {kind.Value}")));
        yield return Text(ended.ExplicitLabel is null ? null : Seen(ended.ExplicitLabel));
        yield return Text(ended.Safety is null ? null : string.Join(' ', ended.Safety.UnsafeCategories.Prepend(ended.Safety.State)));
        yield return Text(ended.Decision is null ? null : $"{ended.Decision.Outcome}: {ended.Decision.Reason}", run.EndedAsExpected ? Color.Green : Color.Red);
        yield return Text(ended.Decision is null ? null : string.Join(", ", ended.Decision.Rules.Select(rule => rule.Id)));
        yield return Text(ended.Location is null ? ended.State : $"{ended.Location.Container}/{ended.Location.Name}");
        yield return Text(run.Took.TotalSeconds.ToString("0.0 's'", CultureInfo.InvariantCulture));
    }

    /// <summary>What was read, how high it is, and when it is there.</summary>
    private static string Seen(SeenView seen) => seen.Labels is [] ? seen.Compliance : string.Join("; ", seen.Labels.Select(label => string.Create(
        CultureInfo.InvariantCulture,
        $"{label.Text}: {label.HeightShare:P1} high, from {label.FirstSeen:0.0} s for {label.Shown:0.0} s")));

    private static Text Text(string? value, Color? colour = null) => new(string.IsNullOrEmpty(value) ? "–" : value, new Style(colour));
}
