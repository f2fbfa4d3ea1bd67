using System.Globalization;

namespace Local.Worker.Timers;

/// <summary>When a timer function runs, in UTC.</summary>
internal abstract class Schedule
{
    /// <exception cref="FormatException">The text is neither an interval <c>hh:mm:ss</c> nor an NCRONTAB expression.</exception>
    public static Schedule Parse(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var interval)
            ? new IntervalSchedule(interval)
            : CronSchedule.Parse(text);

    /// <summary>The first occurrence after the given time.</summary>
    public abstract DateTimeOffset Next(DateTimeOffset after);

    private sealed class IntervalSchedule : Schedule
    {
        private readonly TimeSpan _interval;

        public IntervalSchedule(TimeSpan interval)
        {
            _interval = interval > TimeSpan.Zero ? interval : throw new FormatException($"The interval {interval} is not positive.");
        }

        public override DateTimeOffset Next(DateTimeOffset after) => after + _interval;
    }
}
