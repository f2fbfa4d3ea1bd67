using System.Diagnostics;
using System.Net;
using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

/// <summary>SIGTERM: the host drains and ends, with its worker.</summary>
[Trait("Needs", "services")]
public sealed class StopTests : HasAzurite
{
    private const double LongestStop = 30;

    [Fact]
    public async Task Stop_WhenIdle_EndsHostAndWorker()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();
        var worker = await host.WorkerIdAsync();

        // Act
        host.Terminate();

        // Assert
        var since = Stopwatch.GetTimestamp();
        Assert.Equal(0, await host.EndedAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, LongestStop);
        Assert.False(Directory.Exists($"/proc/{worker}"));
    }

    [Fact]
    public async Task Stop_WhileTheWorkerStarts_Ends()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();

        // Act
        host.Terminate();

        // Assert
        Assert.Equal(0, await host.EndedAsync());
    }

    [Fact]
    public async Task Stop_WhileAnActivityRuns_CancelsItAndRunsItAgainLater()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();
        var id = await host.OrchestrateAsync("Attempts", "drained", "sleep", 10);
        await host.MarkedAsync("drained", "started");

        // Act
        host.Terminate();
        var since = Stopwatch.GetTimestamp();
        await host.MarkedAsync("drained", "cancelled");
        var cancelled = Stopwatch.GetElapsedTime(since);
        var code = await host.EndedAsync();
        var ended = Stopwatch.GetElapsedTime(since);
        await host.StartAsync();

        // Assert
        Assert.Equal(0, code);
        Assert.InRange(cancelled.TotalSeconds, 0, 5);
        Assert.InRange(ended.TotalSeconds, 0, LongestStop);
        Assert.Equal("[\"drained\"]", await host.OutputAsync(id));
        Assert.Equal(["started", "cancelled", "started", "ended"], host.Markers("drained"));
    }

    [Fact]
    public async Task Stop_WhileARequestRuns_AnswersItAndTakesNoOther()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();
        await Eventually.IsAsync(() => host.Log.Contains("Listening on", StringComparison.Ordinal));
        var request = host.GetAsync("api/work/ignore/3/answered");
        await host.MarkedAsync("answered", "started");

        // Act
        host.Terminate();
        await Eventually.GetAsync(() => RefusedAsync(host.Http.BaseAddress!));
        var answeredBefore = request.IsCompleted;

        // Assert
        using var response = await request;
        Assert.False(answeredBefore);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await host.EndedAsync());
    }

    [Fact]
    public async Task Stop_WhileARequestRunsForever_CancelsIt()
    {
        // Arrange
        await using var host = await new HostProcess(Storage).StartAsync();
        var request = host.GetAsync("api/work/sleep/120/endless");
        await host.MarkedAsync("endless", "started");

        // Act
        host.Terminate();
        var since = Stopwatch.GetTimestamp();

        // Assert
        Assert.Equal(0, await host.EndedAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, LongestStop);
        Assert.Contains("cancelled", host.Markers("endless"));
        await Record.ExceptionAsync(() => request);
    }

    private static async Task<string?> RefusedAsync(Uri address)
    {
        using var other = new HttpClient { BaseAddress = address };
        return await Record.ExceptionAsync(() => other.GetAsync("api/echo/late")) is HttpRequestException refused ? refused.Message : null;
    }
}
