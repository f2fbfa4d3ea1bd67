using System.Diagnostics;
using DurableTask.Tests.Harness;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests.Crash;

public sealed class KillTests
{
    [Fact]
    public async Task Kill_RealProcessInTheMiddle_NoAcknowledgedStartIsLostAndAllEndRight()
    {
        await using var host = new EngineHost();
        var random = new Random(7);
        var acknowledged = new List<string>();

        for (var kills = 0; kills < 3; kills++)
        {
            using var process = Start(host.DatabasePath);
            await ReadAsync(process, acknowledged, lines: random.Next(2, 60));
            process.Kill();
            await ReadAsync(process, acknowledged, lines: int.MaxValue);
            await process.WaitForExitAsync();
        }

        using var last = Start(host.DatabasePath);
        await ReadAsync(last, acknowledged, lines: int.MaxValue);
        await last.WaitForExitAsync();

        Assert.Equal(0, last.ExitCode);

        // A start that was acknowledged and lost would be acknowledged a second time, by a later process.
        Assert.Distinct(acknowledged);
        await host.StartAsync();
        for (var i = 0; i < KilledProcess.Instances; i++)
        {
            var end = await host.Client.GetInstanceAsync(KilledProcess.Id(i), getInputsAndOutputs: true);
            Assert.Equal((OrchestrationRuntimeStatus.Completed, 5), (end!.RuntimeStatus, end.ReadOutputAs<int>()));
        }

        await host.StopAsync();
        Assert.Equal(KilledProcess.Instances, StoreProbe.Count(host, "instances"));
    }

    private static Process Start(string database) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        ["exec", typeof(KillTests).Assembly.Location, database])
    {
        RedirectStandardOutput = true,
    })!;

    private static async Task ReadAsync(Process process, List<string> acknowledged, int lines)
    {
        for (var read = 0; read < lines && await process.StandardOutput.ReadLineAsync() is { } line; read++)
        {
            if (line.StartsWith("chain-", StringComparison.Ordinal))
            {
                acknowledged.Add(line);
            }
        }
    }
}
