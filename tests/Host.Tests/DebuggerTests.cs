using System.Diagnostics;
using System.Text.Json;
using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

/// <summary><c>--no-worker</c>: the host waits for a worker that a debugger starts by launchSettings.json.</summary>
[Trait("Needs", "services")]
public sealed class DebuggerTests : HasAzurite
{
    [Fact]
    public async Task Workers_ThatADebuggerStarts_AreTakenOneAfterTheOther()
    {
        // Arrange
        var rpcPort = Ports.Free();
        await using var host = await new HostProcess(Storage) { Options = $"--no-worker --rpc-port {rpcPort}" }.StartAsync();
        var waiting = host.WorkerIdAsync();

        // Act
        using var first = StartWorker(host, rpcPort);
        var answered = await waiting;
        first.Kill();
        await first.WaitForExitAsync();
        using var second = StartWorker(host, rpcPort);
        var answeredNext = await host.WorkerIdAsync();
        host.Terminate();

        // Assert
        Assert.Equal((first.Id, second.Id), (answered, answeredNext));
        Assert.Equal(0, await host.EndedAsync());
        await second.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(15)).Token);
    }

    [Fact]
    public async Task Stop_BeforeAWorkerCame_Ends()
    {
        // Arrange
        await using var host = await new HostProcess(Storage) { Options = $"--no-worker --rpc-port {Ports.Free()}" }.StartAsync();

        // Act
        host.Terminate();

        // Assert
        Assert.Equal(0, await host.EndedAsync());
    }

    private static Process StartWorker(HostProcess host, int rpcPort)
    {
        using var launch = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "functions/Properties/launchSettings.json")));
        var profile = launch.RootElement.GetProperty("profiles").GetProperty("Worker");
        var arguments = profile.GetProperty("commandLineArgs").GetString()!.Replace(":7072", $":{rpcPort}", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(HostProcess.AppFolder, "HostApp.dll"), .. arguments.Split(' ')]);
        foreach (var variable in profile.GetProperty("environmentVariables").EnumerateObject())
        {
            start.Environment[variable.Name] = variable.Value.GetString();
        }

        host.Apply(start.Environment);
        return Process.Start(start)!;
    }
}
