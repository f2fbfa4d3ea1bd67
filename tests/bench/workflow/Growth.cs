using Serverless.Tests.Support;

namespace Bench.Workflow;

/// <summary>Whether an upload costs more when many cases are finished already.</summary>
internal static class Growth
{
    private const int Sample = 100;

    public static async Task RunAsync(int finished)
    {
        await using var gate = await RunningGate.StartAsync();
        await Batch.RunAsync(gate, "warm-up", Sample);
        Throughput.Print($"after {Sample} finished cases", await Batch.RunAsync(gate, "few", Sample));
        await Batch.RunAsync(gate, "filling", finished - (3 * Sample));
        await Batch.RunAsync(gate, "settling", Sample);
        Throughput.Print($"after {finished} finished cases", await Batch.RunAsync(gate, "many", Sample));
    }
}
