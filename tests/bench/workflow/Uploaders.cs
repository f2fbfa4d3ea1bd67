using System.Diagnostics;
using VideoGate.Testing.App;
using VideoGate.Testing.App.Uploaders;

namespace VideoGate.Bench.Workflow;

/// <summary>
/// Random uploaders, most of them hostile, against the running app; throws if a case does not end, anything is public that is not
/// published, or anything is lost.
/// </summary>
internal static class Uploaders
{
    // The others are junk, which costs no decoding.
    private const double Videos = 0.15;

    public static async Task RunAsync(int uploads)
    {
        var seed = Environment.TickCount;
        Console.WriteLine($"{uploads} uploads by random uploaders, orchestrations in memory; seed {seed}");
        var began = Stopwatch.GetTimestamp();
        await using var gate = await RunningGate.StartAsync(settings => settings["Reconciliation__GracePeriod"] = "00:00:01");
        var run = new UploaderRun(gate, seed, Videos);
        await run.UploadAsync(uploads);
        Console.WriteLine($"uploaded after {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} s");
        var cases = await new UploaderOutcome(gate).AssertAsync(run);
        foreach (var (what, count) in run.Counts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"  {what}: {count}");
        }

        Console.WriteLine($"{cases.Values.Sum()} cases: {string.Join(", ", cases.Select(entry => $"{entry.Value} {entry.Key}"))}");
        Console.WriteLine(
            $"every case ended, nothing is public that is not published, nothing is lost; {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} s");
    }
}
