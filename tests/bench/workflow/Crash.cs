using System.Diagnostics;
using Serverless.Tests.Support;

namespace Bench.Workflow;

/// <summary>The app killed, or storage cut off, while uploads flow; throws when an upload ended anywhere but once in its right place.</summary>
internal static class Crash
{
    public static async Task RunAsync(int kills, int uploads)
    {
        var seed = Environment.TickCount;
        Console.WriteLine($"{uploads} uploads, {kills} times kill -9, seed {seed}");
        var began = Stopwatch.GetTimestamp();
        await using var gate = await RunningGate.StartAsync(keepsOrchestrations: true);
        var cases = await Chaos.RunAsync(gate, uploads, kills, seed);
        await Chaos.AssertEndedExactlyOnceAsync(gate, cases);
        Console.WriteLine($"every upload ended exactly once, in its container, with one decision and a valid audit chain; {Stopwatch.GetElapsedTime(began).TotalSeconds:f0} s");
    }

    public static async Task CutStorageOffAsync(TimeSpan outage)
    {
        await using var gate = await RunningGate.StartAsync(keepsOrchestrations: true);
        var cases = await Chaos.CutStorageOffAsync(gate, outage);
        await Chaos.AssertEndedExactlyOnceAsync(gate, cases);
        Console.WriteLine($"storage away for {outage.TotalSeconds:f0} s: {cases.Count} uploads, each ended exactly once");
        foreach (var line in File.ReadLines(gate.App.Log).Where(line => line.Contains("list", StringComparison.Ordinal) && line.Contains("container", StringComparison.Ordinal)))
        {
            Console.WriteLine($"  the app's log: {line}");
        }
    }
}
