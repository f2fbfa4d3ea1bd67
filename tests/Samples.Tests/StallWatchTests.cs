using System.Globalization;

namespace VideoGate.Local.Samples.Tests;

public sealed class StallWatchTests
{
    private readonly HandClock _clock = new();
    private TimeSpan _cpu;

    [Fact]
    public void IsStalled_NothingMovesAndTheAppIdles_AfterTwoMinutes()
    {
        // Arrange
        var watch = new StallWatch(_clock, () => _cpu);

        // Act
        var (before, after) = (Watch(watch, seconds: 119, cpuShare: 0.1), Watch(watch, seconds: 1, cpuShare: 0.1));

        // Assert
        Assert.False(before);
        Assert.True(after);
    }

    [Fact]
    public void CpuTimeOf_ItsOwnSession_IsMoreThanNothing() =>
        Assert.NotEqual(TimeSpan.Zero,
            StallWatch.CpuTimeOf(
                int.Parse(File.ReadAllText("/proc/self/stat").Split(") ")[1].Split(' ')[3], CultureInfo.InvariantCulture)));

    [Fact]
    public void IsStalled_TheAppWorks_Never()
    {
        // Arrange
        var watch = new StallWatch(_clock, () => _cpu);

        // Act
        var stalled = Watch(watch, seconds: 3600, cpuShare: 0.3);

        // Assert
        Assert.False(stalled);
    }

    [Fact]
    public void IsStalled_AVideoMoves_TwoMinutesAfterIt()
    {
        // Arrange
        var watch = new StallWatch(_clock, () => _cpu);
        Watch(watch, seconds: 100, cpuShare: 0);

        // Act
        var moved = Watch(watch, seconds: 119, cpuShare: 0, changes: 1);
        var later = Watch(watch, seconds: 2, cpuShare: 0, changes: 1);

        // Assert
        Assert.False(moved);
        Assert.True(later);
    }

    private bool Watch(StallWatch watch, int seconds, double cpuShare, long changes = 0)
    {
        var stalled = false;
        for (var second = 0; second < seconds; second++)
        {
            _clock.Now += TimeSpan.FromSeconds(1);
            _cpu += TimeSpan.FromSeconds(cpuShare);
            stalled = watch.IsStalled(changes);
        }

        return stalled;
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
