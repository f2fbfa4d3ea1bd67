using System.Diagnostics;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow;

/// <summary>
/// Kills worker and host, and stops storage, during uploads; throws if an upload did not end exactly once in its correct place.
/// </summary>
internal static class Crash
{
    public static async Task RunAsync(Chaos chaos, int uploads)
    {
        var seed = Environment.TickCount;
        Console.WriteLine(
            $"{uploads} uploads; the worker is killed {chaos.WorkerKills} times, host and worker {chaos.HostKills} times, storage is away for {chaos.Outage.TotalSeconds:f0} s; seed {seed}");
        var began = Stopwatch.GetTimestamp();
        await using var gate = await RunningGate.StartAsync(keepsOrchestrations: true);
        var cases = await chaos.RunAsync(gate, uploads, seed);
        await Chaos.AssertEndedExactlyOnceAsync(gate, cases);
        Console.WriteLine(
            $"every upload ended exactly once, in its container, with one decision and a valid audit chain; {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} s");
    }
}
