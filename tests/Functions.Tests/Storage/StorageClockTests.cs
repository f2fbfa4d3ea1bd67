using Microsoft.Extensions.Time.Testing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Storage;

public sealed class StorageClockTests
{
    private readonly FakeTimeProvider _time = new(TestCases.Now);

    [Theory]
    [InlineData(0, false)]
    [InlineData(100, false)]
    [InlineData(-100, false)]
    [InlineData(130, true)]
    [InlineData(-130, true)]
    public void Disagrees_ByTheDateOfAResponse_IsMoreThanTheTolerance(int seconds, bool disagrees)
    {
        // Arrange
        var clock = Truth.Clock(_time);

        // Act
        clock.Observe(_time.GetUtcNow().AddSeconds(seconds), _time.GetUtcNow());

        // Assert
        Assert.Equal(disagrees, clock.Disagrees);
    }

    [Fact]
    public void Observe_SlowAnswer_IsNotTakenForAWrongClock()
    {
        // Arrange
        var clock = Truth.Clock(_time);
        var sent = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromMinutes(5));

        // Act
        clock.Observe(sent, sent);

        // Assert
        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public void Earliest_LocalClockIsAhead_IsTheServicesTime()
    {
        // Arrange
        var clock = Truth.Clock(_time);

        // Act
        clock.Observe(_time.GetUtcNow().AddHours(-1), _time.GetUtcNow());

        // Assert
        Assert.InRange(clock.Earliest(), _time.GetUtcNow().AddHours(-1), _time.GetUtcNow().AddMinutes(-59));
    }

    [Fact]
    public void Earliest_LocalClockIsBehind_IsTheLocalTime()
    {
        // Arrange
        var clock = Truth.Clock(_time);

        // Act
        clock.Observe(_time.GetUtcNow().AddHours(1), _time.GetUtcNow());

        // Assert
        Assert.Equal(_time.GetUtcNow(), clock.Earliest());
    }

    [Fact]
    public void Observe_TheClockIsSetRight_AgreesAgain()
    {
        // Arrange
        var clock = Truth.Clock(_time);
        clock.Observe(_time.GetUtcNow().AddHours(1), _time.GetUtcNow());

        // Act
        clock.Observe(_time.GetUtcNow(), _time.GetUtcNow());

        // Assert
        Assert.False(clock.Disagrees);
    }
}
