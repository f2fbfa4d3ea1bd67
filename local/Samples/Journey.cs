namespace VideoGate.Local.Samples;

/// <summary>All videos on their way together.</summary>
internal sealed class Journey(IReadOnlyList<Run> runs, AppProcesses app, TimeProvider time) : IDisposable
{
    private const int UploadsAtATime = 4;

    // Twenty questions a second, of all videos together: more would take processor time from what they ask about.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LeastPollInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ShowInterval = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _uploads = new(UploadsAtATime);
    private readonly CancellationTokenSource _end = new();

    /// <summary>Why not all videos arrived, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Ends when every video has, when nothing moves any more, or when the app is gone.</summary>
    /// <param name="show">Is called a few times a second.</param>
    public async Task FollowAsync(GateClient gate, Action show)
    {
        var follow = Task.WhenAll(runs.Select(run => run.FollowAsync(gate, _uploads, PollEvery, _end.Token)));
        var stall = new StallWatch(time, () => app.CpuTime);
        while (!follow.IsCompleted)
        {
            await Task.WhenAny(follow, Task.Delay(ShowInterval));
            show();
            Fault ??= !app.IsRunning ? "The app has ended."
                : stall.IsStalled(runs.Sum(run => run.Changes)) ? $"Nothing moves: for {StallWatch.Limit.TotalMinutes:0} minutes no video went a step further, and the app used next to no processor time. {Open()}"
                : null;
            if (Fault is not null)
            {
                await _end.CancelAsync();
                break;
            }
        }

        await follow;
    }

    public void Dispose()
    {
        _uploads.Dispose();
        _end.Dispose();
    }

    /// <summary>The first videos that have not ended, each with its stage.</summary>
    private string Open() =>
        $"{string.Join("; ", runs.Where(run => !run.Ended).Take(3).Select(run => $"{run.Sample.Name}: {run.StageAndTrouble}"))}; {runs.Count(run => !run.Ended)} of {runs.Count} not ended.";

    private TimeSpan PollEvery() =>
        PollInterval * runs.Count(run => !run.Ended) is var interval && interval > LeastPollInterval ? interval : LeastPollInterval;
}
