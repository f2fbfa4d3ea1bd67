using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

[Collection<SharesRunningHost>, Trait("Needs", "services")]
public sealed class MemoryBackendTests(RunningHost running)
{
    private readonly HostProcess _host = running.Host;

    [Fact]
    public async Task Orchestration_WithTimerEventAndRetries_Completes()
    {
        // Arrange
        var id = await _host.OrchestrateAsync("Steps", "steps", "fail");

        // Act
        using var said = await _host.PostAsync($"api/orchestrations/{id}/say/hello");

        // Assert
        Assert.Equal("\"hello steps\"", await _host.OutputAsync(id));
        Assert.Equal(["started", "started", "started", "ended"], _host.Markers("steps"));
    }

    [Fact]
    public async Task Activity_ThatThrows_FailsWithItsOwnException()
    {
        // Act
        var id = await _host.OrchestrateAsync("Attempts", "failing", "fail");

        // Assert
        var output = await _host.OutputAsync(id);
        Assert.StartsWith("""["System.InvalidOperationException: Failed at failing.""", output, StringComparison.Ordinal);
        Assert.EndsWith("\"failing\"]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_ToAnInstanceThatDoesNotExist_IsDropped()
    {
        // Act: Microsoft's engine fails on such an event and then pauses for a second.
        using var said = await _host.PostAsync("api/orchestrations/not-there/say/hello");
        var id = await _host.OrchestrateAsync("Attempts", "after-the-event", "succeed");

        // Assert
        Assert.Equal("[\"after-the-event\"]", await _host.OutputAsync(id));
        Assert.DoesNotContain("Unhandled exception with work item", _host.Log, StringComparison.Ordinal);
    }
}
