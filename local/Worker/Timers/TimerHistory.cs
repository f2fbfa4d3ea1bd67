using System.Globalization;
using Local.Worker.State;

namespace Local.Worker.Timers;

/// <summary>When each timer function last ran, across restarts.</summary>
internal sealed class TimerHistory(RuntimeDatabase database)
{
    /// <summary>Null for a function that has never been seen.</summary>
    public TimerRecord? Read(string function) =>
        database.Query(
            "SELECT last, updated FROM schedules WHERE function = $function",
            row => new TimerRecord(row.IsDBNull(0) ? null : Time(row.GetString(0)), Time(row.GetString(1))),
            ("$function", function)).SingleOrDefault();

    public void Write(string function, TimerRecord record) =>
        database.Execute(
            "INSERT INTO schedules VALUES ($function, $last, $updated) ON CONFLICT DO UPDATE SET last = $last, updated = $updated",
            ("$function", function),
            ("$last", record.Last is { } last ? Text(last) : DBNull.Value),
            ("$updated", Text(record.Updated)));

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}

/// <param name="Last">The last run; null before the first.</param>
/// <param name="Updated">The last run, or when the function was first seen.</param>
internal sealed record TimerRecord(DateTimeOffset? Last, DateTimeOffset Updated);
