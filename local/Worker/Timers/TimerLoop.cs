using Local.Worker.Functions;
using Local.Worker.Middleware;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Local.Worker.Timers;

/// <summary>Runs one timer function at its times, never two runs at once.</summary>
internal sealed partial class TimerLoop(
    LoadedFunction function, Schedule schedule, TimerHistory history, FunctionInvoker invoker, TimeProvider time, ILogger<TimerLoop> logger)
{
    // A timer cannot wait longer than 49 days at once.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;

    public async Task RunAsync(CancellationToken stopping)
    {
        var started = time.GetUtcNow();
        var monitored = _trigger.UseMonitor && schedule.Next(schedule.Next(started)) - schedule.Next(started) >= TimeSpan.FromMinutes(1);
        var record = monitored ? history.Read(function.Name) ?? FirstSeen(started) : new TimerRecord(null, started);

        var pastDue = schedule.Next(record.Updated) <= started;
        if (pastDue || _trigger.RunOnStartup)
        {
            record = await FireAsync(record, monitored, pastDue, stopping);
        }

        while (true)
        {
            await WaitUntilAsync(schedule.Next(time.GetUtcNow()), stopping);
            record = await FireAsync(record, monitored, pastDue: false, stopping);
        }
    }

    private TimerRecord FirstSeen(DateTimeOffset now)
    {
        var record = new TimerRecord(null, now);
        history.Write(function.Name, record);
        return record;
    }

    private async Task<TimerRecord> FireAsync(TimerRecord record, bool monitored, bool pastDue, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        var timer = new TimerInfo { IsPastDue = pastDue, ScheduleStatus = monitored ? Status(record, now) : null };
        try
        {
            await invoker.InvokeAsync(function, new TimerEvent(timer), stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogFailed(function.Name, exception);
        }

        record = new TimerRecord(now, now);
        if (monitored)
        {
            history.Write(function.Name, record);
        }

        return record;
    }

    private ScheduleStatus Status(TimerRecord record, DateTimeOffset now) => new()
    {
        Last = record.Last?.UtcDateTime ?? default,
        Next = schedule.Next(now).UtcDateTime,
        LastUpdated = record.Updated.UtcDateTime,
    };

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stopping)
    {
        for (var wait = due - time.GetUtcNow(); wait > TimeSpan.Zero; wait = due - time.GetUtcNow())
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stopping);
        }
    }

    [LoggerMessage(2201, LogLevel.Error, "Timer function '{Function}' failed; it runs again at its next time.")]
    private partial void LogFailed(string function, Exception exception);
}
