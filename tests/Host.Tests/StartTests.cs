using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

/// <summary>Errors of a host that cannot start.</summary>
[Trait("Needs", "services")]
public sealed class StartTests : HasAzurite
{
    private readonly DirectoryInfo _app = Directory.CreateTempSubdirectory("app-");

    [Theory]
    [InlineData("host.json")]
    [InlineData("functions.metadata")]
    [InlineData("worker.config.json")]
    public async Task App_WithoutAFile_IsRefusedByName(string file)
    {
        // Arrange
        await using var host = new HostProcess(Storage) { App = CopyOfTheApp() };
        File.Delete(Path.Combine(_app.FullName, file));

        // Act
        var code = await host.RunAsync();

        // Assert
        AssertRefused(host, code, file);
    }

    [Fact]
    public async Task Storage_NotSet_IsRefusedByName()
    {
        // Arrange
        await using var host = new HostProcess(Storage) { Settings = { ["AzureWebJobsStorage"] = null } };

        // Act
        var code = await host.RunAsync();

        // Assert
        AssertRefused(host, code, "AzureWebJobsStorage is not set");
    }

    [Fact]
    public async Task Storage_Unreadable_IsRefusedByName()
    {
        // Arrange
        await using var host = new HostProcess(Storage) { Settings = { ["AzureWebJobsStorage"] = "no connection string" } };

        // Act
        var code = await host.RunAsync();

        // Assert
        AssertRefused(host, code, "AzureWebJobsStorage is not a connection string");
    }

    [Fact]
    public async Task Storage_NotRunning_IsRefusedByAddress()
    {
        // Arrange
        var port = Ports.Free();
        var storage =
            $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:{port}/a;QueueEndpoint=http://127.0.0.1:{port}/a;TableEndpoint=http://127.0.0.1:{port}/a";
        await using var host = new HostProcess(storage);

        // Act
        var code = await host.RunAsync();

        // Assert
        AssertRefused(host, code, $"127.0.0.1:{port}");
    }

    [Fact]
    public async Task Timeout_Unreadable_IsRefusedByName()
    {
        // Arrange
        await using var host = new HostProcess(Storage) { Settings = { ["AzureFunctionsJobHost__functionTimeout"] = "soon" } };

        // Act
        var code = await host.RunAsync();

        // Assert
        AssertRefused(host, code, "functionTimeout");
    }

    [Fact]
    public async Task Port_Taken_IsRefusedByNumber()
    {
        // Arrange
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var host = new HostProcess(Storage) { Port = port };

        // Act
        var code = await host.RunAsync();

        // Assert
        AssertRefused(host, code, $"{port}");
    }

    [Fact]
    public async Task Worker_ThatCannotStart_EndsTheHost()
    {
        // Arrange
        await using var host = new HostProcess(Storage) { App = CopyOfTheApp() };
        await File.WriteAllTextAsync(Path.Combine(_app.FullName, "HostApp.dll"), "no program");
        var since = Stopwatch.GetTimestamp();

        // Act
        var code = await host.RunAsync();

        // Assert
        AssertRefused(host, code, "The worker failed to start 3 times");
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, 45);
    }

    private static void AssertRefused(HostProcess host, int code, string reason)
    {
        var error = host.Log.Split('\n').SingleOrDefault(line => line.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.True(code == 1 && error?.Contains(reason, StringComparison.Ordinal) is true, $"{code}: {host.Log}");
    }

    private string CopyOfTheApp()
    {
        using var copy = Process.Start("cp", ["-r", $"{HostProcess.AppFolder}/.", _app.FullName]);
        copy.WaitForExit();
        return _app.FullName;
    }
}
