using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace VideoGate.Local.Samples;

/// <summary>What people see while videos are on their way.</summary>
internal sealed class ProgressView(IReadOnlyList<Run> runs, Clock clock)
{
    private const int SecondsWidth = 6;

    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SlowAfter = TimeSpan.FromMinutes(3);

    private readonly HashSet<Run> _told = [];
    private readonly TimeSpan _began = clock.Now;
    private TimeSpan _lastLine = clock.Now;
    private bool _toldSlow;

    private string Counts => $"{runs.Count(run => run.Ended)} of {runs.Count} ended";

    private string? Slow => clock.Now - _began < SlowAfter ? null
        : "This machine is slow, or the videos are long: it goes on as long as anything moves.";

    /// <summary>For a pipe: a line for each video that ends, and one that says what runs at least every ten seconds.</summary>
    public void Print()
    {
        foreach (var run in runs.Where(run => run.Ended && _told.Add(run)))
        {
            Say($"{run.Sample.Name}: {Printable.Of(Report.Decision(run) ?? "")} ({Printable.Seconds(run.Took)}; {Counts})");
        }

        if (clock.Now - _lastLine > SilenceLimit)
        {
            Say($"{Counts}; {string.Join("; ", Busiest().Take(3).Select(run => $"{run.Sample.Name}: {run.StageAndTrouble}, {run.InStage.TotalSeconds:0} s"))}{Others(3)}");
        }

        if (!_toldSlow && Slow is { } slow)
        {
            _toldSlow = true;
            Say(slow);
        }
    }

    /// <summary>For a terminal: the videos that are on their way, as many as its height allows.</summary>
    public IRenderable Draw(int width, int height)
    {
        var shown = Math.Max(1, height - 4);
        var lines = Busiest().Take(shown).Select(run => Line(Describe(run, width), run.Trouble is null ? Color.Default : Color.Yellow))
            .Append(Line(Printable.Fit(string.Create(CultureInfo.InvariantCulture, $"[{(int)clock.Now.TotalSeconds,3}s] {Counts}{Others(shown)}"), width - 1), Color.Default));
        return new Rows(Slow is { } slow ? lines.Append(Line(Printable.Fit(slow, width - 1), Color.Yellow)) : lines);
    }

    /// <summary>Name, stage and seconds in one line: nothing wraps, so that the lines stay where they are.</summary>
    private string Describe(Run run, int width)
    {
        var names = Math.Clamp(runs.Max(other => other.Sample.Name.GetCellWidth()), 8, Math.Max(8, (width - SecondsWidth) / 2));
        var stages = Math.Max(8, width - names - SecondsWidth - 6);
        return $"  {Printable.Fit(run.Sample.Name, names)}  {string.Create(CultureInfo.InvariantCulture, $"{(int)run.InStage.TotalSeconds} s"),SecondsWidth}  {Printable.Fit(run.StageAndTrouble, stages)}";
    }

    private void Say(string line)
    {
        _lastLine = clock.Now;
        clock.Say(line);
    }

    /// <summary>Those that the app works on before those that wait.</summary>
    private IEnumerable<Run> Busiest() => runs.Where(run => !run.Ended).OrderByDescending(run => run.Case is not null).ThenBy(run => run.Stage == Stage.Waiting);

    private string Others(int shown) => runs.Count(run => !run.Ended) - shown is > 0 and var more ? $"; {more} more on their way" : "";

    private static Text Line(string text, Color colour) => new(text, new Style(colour));
}
