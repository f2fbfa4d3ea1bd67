using Serverless.Tests.Support;

namespace Bench.Workflow;

/// <summary>Whether an upload costs more when many cases are finished already.</summary>
internal static class Growth
{
    private const int Sample = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(int finished)
    {
        await using var gate = await RunningGate.StartAsync(keepsOrchestrations: true);
        await Batch.RunAsync(gate, "warm-up", Sample);
        Throughput.Print($"after {Sample} finished cases", await Batch.RunAsync(gate, "few", Sample, Pause));

        Console.WriteLine($"writing {finished} finished cases, as the workflow leaves them ...");
        await gate.App.KillAsync();
        await FinishedCases.WriteAsync(gate, finished);
        await gate.App.StartAsync();

        await Batch.RunAsync(gate, "warm-up-again", Sample);
        Throughput.Print($"after {finished} finished cases", await Batch.RunAsync(gate, "many", Sample, Pause));
        Console.WriteLine("Azurite looks every blob up by walking all of them, so its own time grows with what it holds; a storage account's does not.");
    }
}
