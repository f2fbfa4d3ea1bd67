namespace Local.Worker.Timers;

/// <summary>
/// NCRONTAB: second, minute, hour, day of month, month, day of week. A day must suit both its fields, unlike in cron(8).
/// https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions
/// </summary>
internal sealed class CronSchedule : Schedule
{
    // 29 February falls on each weekday within 40 years, even across a century without a leap year.
    private const int MaxDays = 366 * 40;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly SortedSet<int> _months;
    private readonly SortedSet<int> _days;
    private readonly SortedSet<int> _weekdays;
    private readonly TimeSpan[] _times;

    private CronSchedule(string[] fields)
    {
        _days = CronField.Parse(fields[3], 1, 31);
        _months = CronField.Parse(fields[4], 1, 12, Months);
        _weekdays = CronField.Parse(fields[5], 0, 6, Weekdays);
        _times = [..
            from hour in CronField.Parse(fields[2], 0, 23)
            from minute in CronField.Parse(fields[1], 0, 59)
            from second in CronField.Parse(fields[0], 0, 59)
            select new TimeSpan(hour, minute, second)];
    }

    public static new CronSchedule Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        try
        {
            var schedule = fields.Length switch
            {
                6 => new CronSchedule(fields),
                5 => new CronSchedule(["0", .. fields]),
                _ => throw new FormatException($"It has {fields.Length} fields."),
            };
            _ = schedule.Next(DateTimeOffset.UnixEpoch);
            return schedule;
        }
        catch (FormatException exception)
        {
            throw new FormatException($"'{text}' is no NCRONTAB schedule (second minute hour day month weekday): {exception.Message}", exception);
        }
    }

    public override DateTimeOffset Next(DateTimeOffset after)
    {
        var first = after.UtcDateTime;
        for (var (day, offset) = (first.Date, 0); offset < MaxDays; day = day.AddDays(1), offset++)
        {
            if (!_months.Contains(day.Month) || !_days.Contains(day.Day) || !_weekdays.Contains((int)day.DayOfWeek))
            {
                continue;
            }

            var index = offset == 0 ? After(first.TimeOfDay) : 0;
            if (index < _times.Length)
            {
                return new DateTimeOffset(day + _times[index], TimeSpan.Zero);
            }
        }

        throw new FormatException("No such day exists.");
    }

    private int After(TimeSpan time)
    {
        var index = Array.BinarySearch(_times, time);
        return index >= 0 ? index + 1 : ~index;
    }
}
