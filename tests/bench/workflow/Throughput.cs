using Serverless.Tests.Support;

namespace Bench.Workflow;

/// <summary>Uploads per second through the whole workflow, and what each of them costs.</summary>
internal static class Throughput
{
    private const int Repeats = 3;

    public static async Task RunAsync(int uploads)
    {
        await using var gate = await RunningGate.StartAsync();
        await Batch.RunAsync(gate, "warm-up", 20);
        Print("100 uploads, 4 a second", await Batch.RunAsync(gate, "paced", 100, TimeSpan.FromMilliseconds(250)));
        Console.WriteLine($"{uploads} uploads of {Videos.Clean.ToMemory().Length} bytes each, {Repeats} repeats; Azurite, the app and this program share the machine.");
        for (var repeat = 1; repeat <= Repeats; repeat++)
        {
            Print($"repeat {repeat}", await Batch.RunAsync(gate, $"repeat-{repeat}", uploads));
        }

        Console.WriteLine($"peak memory of the app: {Machine.PeakMemory(gate.App.ProcessId):f0} MiB");
    }

    public static void Print(string what, Batch batch) => Console.WriteLine(
        $"{what}: {batch.PerSecond:f1} uploads/s; upload to decision median {batch.Percentile(0.5).TotalMilliseconds:f0} ms, "
        + $"p95 {batch.Percentile(0.95).TotalMilliseconds:f0} ms; {batch.StorageCalls:f1} storage calls, {batch.HistoryEvents:f1} history events, "
        + $"{batch.AppCpu.TotalMilliseconds:f0} ms CPU of the app and {batch.StorageCpu.TotalMilliseconds:f0} ms of Azurite an upload");
}
