using VideoGate.Maintenance;
using VideoGate.Maintenance.Repairs;

namespace VideoGate.Tests.Maintenance;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "00:15:00")]
    [InlineData(1, "00:30:00")]
    [InlineData(6, "16:00:00")]
    [InlineData(7, "1.00:00:00")]
    [InlineData(1000, "1.00:00:00")]
    public void RestBefore_EachRestart_DoublesToADay(int restarts, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, null), Instances.RestBefore(restarts, TimeSpan.FromMinutes(15)));

    [Fact]
    public void RestBefore_GracePeriodOfADay_IsNeverShorter() =>
        Assert.Equal(TimeSpan.FromDays(1), Instances.RestBefore(3, TimeSpan.FromDays(1)));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, 23.0, false)]
    [InlineData(null, 24.0, true)]
    [InlineData("marker", 1.0, true)]
    public void IsDue_Walk_BeginsAnewAfterItsTimeAndIsAlwaysGoneOnWith(string? marker, double? hoursSinceEnd, bool expected) =>
        Assert.Equal(expected,
            new SweepPosition(marker, hoursSinceEnd is { } hours ? Now - TimeSpan.FromHours(hours) : null).IsDue(
                Now, TimeSpan.FromDays(1)));

    [Fact]
    public void Describe_Kinds_AreInOrder()
    {
        Assert.Equal("lost-upload 2, review-row 1",
            ReconciliationResult.Describe(new Dictionary<string, int> { ["review-row"] = 1, ["lost-upload"] = 2 }));
        Assert.Equal("nothing", ReconciliationResult.Describe(new Dictionary<string, int>()));
    }
}
