using System.Diagnostics;

namespace VideoGate.Local.Samples;

/// <summary>Sends all videos through the app in parallel.</summary>
/// <param name="host">Process id of the app's host, the leader of the session of all the app's processes.</param>
/// <param name="say">Prints a line: for each video that ends, and for the ones in progress at least every ten seconds.</param>
internal sealed class Journey(IReadOnlyList<Run> runs, int host, Action<string> say)
{
    private const int VideosAtATime = 16;
    private const int Named = 3;

    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan SlowAfter = TimeSpan.FromMinutes(3);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly HashSet<Run> _ended = [];
    private TimeSpan _lastLine;
    private bool _isSlow;

    /// <summary>Returns when every video has ended, when there is no more progress, or when the app has ended.</summary>
    /// <returns>The reason why not all videos ended, or null.</returns>
    public async Task<string?> FollowAsync(GateClient gate)
    {
        using var end = new CancellationTokenSource();
        var options = new ParallelOptions { MaxDegreeOfParallelism = VideosAtATime };
        var follow = Parallel.ForEachAsync(runs, options, async (run, _) => await run.FollowAsync(gate, end.Token));
        var stall = new StallWatch(TimeProvider.System, () => StallWatch.CpuTimeOf(host));
        string? fault = null;
        while (!follow.IsCompleted && fault is null)
        {
            await Task.WhenAny(follow, Task.Delay(TimeSpan.FromSeconds(1)));
            ShowProgress();
            fault = !Directory.Exists($"/proc/{host}") ? "The app has ended."
                : stall.IsStalled(runs.Sum(run => run.Changes)) ? $"No progress: no step and hardly any CPU time in two minutes. {Open()}"
                : null;
        }

        await end.CancelAsync();
        await follow;
        return runs.All(run => run.Ended) ? null : fault;
    }

    private void ShowProgress()
    {
        foreach (var run in runs.Where(run => run.Ended && _ended.Add(run)))
        {
            Say($"{run.Sample.Name}: {Report.Decision(run)} ({run.Took.TotalSeconds:0.0} s; {_ended.Count} of {runs.Count} ended)");
        }

        if (_clock.Elapsed - _lastLine > SilenceLimit)
        {
            Say($"{_ended.Count} of {runs.Count} ended; {Open()}");
        }

        if (!_isSlow && _clock.Elapsed > SlowAfter)
        {
            _isSlow = true;
            Say("This machine is slow, or the videos are long: waiting continues while there is progress.");
        }
    }

    private void Say(string line)
    {
        _lastLine = _clock.Elapsed;
        say(line);
    }

    /// <summary>Returns the first videos that have not ended, each with its stage; those in progress before those that wait.</summary>
    private string Open()
    {
        var open = runs.Where(run => !run.Ended).OrderByDescending(run => run.Case is not null).ToList();
        var named = open.Take(Named).Select(run => $"{run.Sample.Name}: {run.Stage}");
        return string.Join("; ", named) + (open.Count > Named ? $"; {open.Count - Named} more in progress" : "");
    }
}
