using System.Globalization;
using Local.Worker.Timers;

namespace Worker.Tests.Timers;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-01T00:00:00", "2026-01-01T00:05:00")]
    [InlineData("0 */5 * * * *", "2026-01-01T00:04:59.9", "2026-01-01T00:05:00")]
    [InlineData("*/5 * * * *", "2026-01-01T00:00:01", "2026-01-01T00:05:00")]
    [InlineData("30 0 2 * * *", "2026-01-01T02:00:30", "2026-01-02T02:00:30")]
    [InlineData("0 30 9-17/4 * * MON-FRI", "2026-01-02T17:30:00", "2026-01-05T09:30:00")]
    [InlineData("0 0 0 1,15 * *", "2026-01-01T00:00:00", "2026-01-15T00:00:00")]
    [InlineData("0 0 0 31 * *", "2026-01-31T00:00:00", "2026-03-31T00:00:00")]
    [InlineData("0 0 0 29 FEB *", "2096-02-29T00:00:00", "2104-02-29T00:00:00")]
    [InlineData("0 0 0 29 FEB 1", "2072-03-01T00:00:00", "2112-02-29T00:00:00")]
    [InlineData("0 0 12 13 * 5", "2026-01-01T00:00:00", "2026-02-13T12:00:00")]
    [InlineData("0 0 0 1 jan sun", "2026-01-01T00:00:00", "2034-01-01T00:00:00")]
    [InlineData("10/20 * * * * *", "2026-01-01T00:00:31", "2026-01-01T00:00:50")]
    [InlineData("00:10:00", "2026-01-01T00:03:00", "2026-01-01T00:13:00")]
    [InlineData("1.00:00:00", "2026-01-01T00:03:00", "2026-01-02T00:03:00")]
    public void Next_AfterATime_IsTheFirstOccurrence(string schedule, string after, string expected) =>
        Assert.Equal(Utc(expected), Schedule.Parse(schedule).Next(Utc(after)));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* * * * * 7")]
    [InlineData("* * * 0 * *")]
    [InlineData("5-1 * * * * *")]
    [InlineData("*/0 * * * * *")]
    [InlineData("1/2/3 * * * * *")]
    [InlineData("1,,2 * * * * *")]
    [InlineData("* * * * MOO *")]
    [InlineData("0 0 0 31 FEB *")]
    [InlineData("00:00:00")]
    public void Parse_OfNoSchedule_Throws(string schedule) => Assert.Throws<FormatException>(() => Schedule.Parse(schedule));

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
