using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Review;

/// <summary>Writes open reviews and closed cases directly to storage as the workflow leaves them.</summary>
internal static class Filling
{
    public const string CommonReason = "suspected-ai";
    public const string RareReason = "unsafe-content";

    private const int Writers = 16;
    private static readonly DateTimeOffset Opened = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task OpenAsync(RunningGate gate, int count)
    {
        var index = new ReviewQueueStore(gate.Storage);
        await EachAsync(count, (number, cancellation) => index.AddAsync(Case(number), cancellation));
    }

    public static Task ClosedAsync(RunningGate gate, int count) => EachAsync(count, (number, cancellation) => gate.Cases.CreateAsync(
        Case(-1 - number) with { State = CaseState.Published, ClosedAt = Opened.AddDays(1) }, cancellation));

    private static Task EachAsync(int count, Func<int, CancellationToken, Task> write) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = Writers },
        async (number, cancellation) => await write(number, cancellation));

    private static ModerationCase Case(int number)
    {
        var name = $"queue/视频 {number}.mp4";
        var policy = new PolicyVersion("cn-labeling-measures", "1.3.0", new string('0', 64));
        var opened = Opened.AddSeconds(number);
        return new()
        {
            CaseId = CaseId.For(Containers.Uploads, name, "0x1"),
            State = CaseState.Quarantined,
            Upload = new(name, "0x1", 1024, "video/mp4", opened),
            Submission = new() { Uploader = $"user-{number % 500}", Title = $"标题 {number}" },
            Policy = policy,
            Location = new(Containers.Quarantine, name),
            Decision = new()
            {
                Outcome = DecisionOutcome.Quarantine,
                Reason = number % 1000 == 0 ? RareReason : number % 10 == 0 ? CommonReason : "explicit-label-missing",
                Origin = AiOrigin.Confirmed,
                Rules = [],
                Policy = policy,
                DecidedAt = opened,
            },
            OpenedAt = opened,
            Review = new() { State = ReviewState.Open, OpenedAt = opened, DueAt = opened.AddDays(3) },
        };
    }
}
