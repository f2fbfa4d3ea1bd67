using System.Diagnostics;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow;

/// <summary>
/// Cost of the host: startup, a single upload, a flood of uploads, and idling; on Microsoft's storage engine and on the one in memory.
/// </summary>
internal static class Throughput
{
    private const int LowLoad = 12;

    private static readonly TimeSpan LowLoadPause = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(20);

    // Nothing to decode, so that only engine and host are measured.
    private static readonly BinaryData Junk = new(new byte[800]);

    public static async Task RunAsync(int flood)
    {
        Console.WriteLine(
            $"an upload is {Junk.ToMemory().Length} bytes without a picture; Azurite, host, worker and this program share the machine");
        foreach (var keepsOrchestrations in new[] { true, false })
        {
            await MeasureAsync(keepsOrchestrations, flood);
        }
    }

    public static void Print(string what, Batch batch) => Console.WriteLine(
        $"  {what}: {batch.PerSecond:f2} uploads/s; stored to decided median {batch.Percentile(0.5).TotalMilliseconds:f0} ms, "
        + $"p95 {batch.Percentile(0.95).TotalMilliseconds:f0} ms; an upload takes {batch.StorageCalls:f0} storage calls, "
        + $"{batch.AppCpu.TotalMilliseconds:f0} ms CPU of host and worker, {batch.StorageCpu.TotalMilliseconds:f0} ms of Azurite");

    private static async Task MeasureAsync(bool keepsOrchestrations, int flood)
    {
        Console.WriteLine(keepsOrchestrations ? "AzureStorage on Azurite" : "in memory");
        await using var gate = await RunningGate.PrepareAsync(keepsOrchestrations: keepsOrchestrations);
        var began = Stopwatch.GetTimestamp();
        await gate.App.StartAsync();
        Console.WriteLine($"  start to first request: {Stopwatch.GetElapsedTime(began).TotalSeconds:f1} s");

        Print($"{LowLoad}, one every {LowLoadPause.TotalSeconds} s, just started",
            await Batch.RunAsync(gate, "cold", Junk, LowLoad, LowLoadPause));
        Print($"{LowLoad}, one every {LowLoadPause.TotalSeconds} s, warm", await Batch.RunAsync(gate, "warm", Junk, LowLoad, LowLoadPause));
        Print($"flood of {flood}", await Batch.RunAsync(gate, "flood", Junk, flood));

        var callsBefore = gate.Azurite.Requests;
        await Task.Delay(IdleTime);
        Console.WriteLine($"  idle: {(gate.Azurite.Requests - callsBefore) / IdleTime.TotalSeconds:f1} storage calls a second");
        Console.WriteLine(
            $"  peak memory: host {Machine.PeakMemory(gate.App.ProcessId):f0} MiB, worker {Machine.PeakMemory(await gate.App.WorkerIdAsync()):f0} MiB");
    }
}
