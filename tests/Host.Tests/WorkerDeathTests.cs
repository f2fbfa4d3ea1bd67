using System.Diagnostics;
using System.Net;
using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

[Trait("Needs", "services")]
public sealed class WorkerDeathTests : HasAzurite
{
    [Fact]
    public async Task KilledWorker_IsReplaced_AndRequestsWait()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();
        var first = await host.WorkerIdAsync();

        // Act
        Kill(first);
        await Eventually.IsAsync(() => host.Log.Contains("exited with 137; starting another", StringComparison.Ordinal));
        using var response = await host.GetAsync("api/echo/waiting");

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual(first, await host.WorkerIdAsync());
    }

    [Fact]
    public async Task Activity_ThatKillsItsWorker_FailsOnceAndIsTriedAgain()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();

        // Act
        var id = await host.OrchestrateAsync("Attempts", "deadly", "die");

        // Assert
        var output = await host.OutputAsync(id);
        Assert.Contains("WorkerProcessExitException", output, StringComparison.Ordinal);
        Assert.EndsWith("\"deadly\"]", output, StringComparison.Ordinal);
        Assert.Equal(["started", "started", "ended"], host.Markers("deadly"));
    }

    [Fact]
    public async Task Request_InFlight_IsUnavailableWhenTheWorkerDies()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();
        var worker = await host.WorkerIdAsync();
        var request = host.GetAsync("api/work/sleep/60/cut");
        await host.MarkedAsync("cut", "started");

        // Act
        Kill(worker);

        // Assert
        using var response = await request;
        Assert.True(response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway, $"{response.StatusCode}");
    }

    [Fact]
    public async Task KilledHost_LeavesNoWorker_AndOrchestrationsGoOnAfterwards()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();
        var worker = await host.WorkerIdAsync();
        var id = await host.OrchestrateAsync("Attempts", "killed", "sleep", 3);
        await host.MarkedAsync("killed", "started");

        // Act
        await host.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var left = IsRunning(worker);
        await host.StartAsync();

        // Assert
        Assert.False(left);
        Assert.Equal("[\"killed\"]", await host.OutputAsync(id));
    }

    [Fact]
    public async Task Function_BeyondItsTime_FailsAndCostsTheWorkerItsLife()
    {
        // Arrange
        await using var host = new HostProcess(Storage) { Settings = { ["AzureFunctionsJobHost__functionTimeout"] = "00:00:05" } };
        await host.StartAsync();
        var first = await host.WorkerIdAsync();

        // Act
        await host.OrchestrateAsync("Attempts", "slow", "ignore", 60);
        await Eventually.IsAsync(() => host.Markers("slow").Length == 2);

        // Assert
        Assert.NotEqual(first, await host.WorkerIdAsync());
        Assert.Contains("Timeout value of 00:00:05 was exceeded by function: Work", host.Log, StringComparison.OrdinalIgnoreCase);
        var other = await host.OrchestrateAsync("Attempts", "quick", "sleep", 0);
        Assert.EndsWith("\"quick\"]", await host.OutputAsync(other), StringComparison.Ordinal);
    }

    private static void Kill(int process)
    {
        using var worker = Process.GetProcessById(process);
        worker.Kill();
    }

    /// <summary>A process that has not been waited for is a zombie, and no longer runs.</summary>
    private static bool IsRunning(int process) =>
        File.Exists($"/proc/{process}/status")
            && !File.ReadAllText($"/proc/{process}/status").Contains("State:\tZ", StringComparison.Ordinal);
}
