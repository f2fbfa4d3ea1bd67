using System.Diagnostics;
using Local.Durable.Engine;
using Local.Durable.History;
using Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench.Engine;

/// <summary>One run of the load.</summary>
internal sealed record Measurement(double PerSecond, double EventsPerSecond, double CpuMicroseconds, double PeakMegabytes);

/// <summary>Orchestrations that call activities one after the other, on an engine that stores everything in SQLite.</summary>
internal static class EngineLoad
{
    public const int Activities = 5;

    public static async Task<Measurement> RunAsync(int orchestrations, int finishedBefore)
    {
        var folder = Directory.CreateTempSubdirectory("durable-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "durable.db");
            await using var engine = Create(path);
            await engine.StartAsync(CancellationToken.None);
            var client = engine.CreateClient();
            await RunManyAsync(client, "before", finishedBefore);

            using var process = Process.GetCurrentProcess();
            var (watch, cpu) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            await RunManyAsync(client, "measured", orchestrations);
            var seconds = watch.Elapsed.TotalSeconds;
            process.Refresh();
            cpu = process.TotalProcessorTime - cpu;

            await engine.StopAsync(CancellationToken.None);
            return new(
                orchestrations / seconds,
                CountEvents(path, "measured") / seconds,
                cpu.TotalMicroseconds / orchestrations,
                process.PeakWorkingSet64 / 1e6);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DurableEngine Create(string path)
    {
        var engine = new DurableEngine(new() { DatabasePath = path }, TimeProvider.System, NullLoggerFactory.Instance);
        engine.Activities["Step"] = (call, _) => Task.FromResult<object?>((int)call.ReadInput(typeof(int))! + 1);
        engine.Orchestrators["Chain"] = async context =>
        {
            var value = 0;
            for (var i = 0; i < Activities; i++)
            {
                value = await context.CallActivityAsync<int>("Step", value);
            }

            return value;
        };
        return engine;
    }

    private static async Task RunManyAsync(DurableTaskClient client, string prefix, int count)
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, count).Select(
            n => client.ScheduleNewOrchestrationInstanceAsync("Chain", new StartOrchestrationOptions($"{prefix}-{n}"))));
        foreach (var id in ids)
        {
            var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
            if (end.ReadOutputAs<int>() != Activities)
            {
                throw new InvalidOperationException($"{end} ended with {end.SerializedOutput}.");
            }
        }
    }

    private static long CountEvents(string path, string prefix)
    {
        using var database = Database.Open(path);
        using var reader = new StoreReader(database);
        return reader.List(
            "SELECT history.events FROM history JOIN instances ON instances.key = history.key WHERE instances.id LIKE $1",
            row => HistoryJson.ReadEvents(row.GetString(0)).Count,
            prefix + "-%").Sum(count => (long)count);
    }
}
