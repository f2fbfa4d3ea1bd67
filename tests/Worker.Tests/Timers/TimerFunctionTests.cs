using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Worker.Tests.Support;

namespace Worker.Tests.Timers;

public sealed class TimerFunctionTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 2, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Timer_AtItsTime_RunsWithItsSchedule()
    {
        var clock = new ManualTimeProvider(Start);
        var seen = new ConcurrentQueue<TimerInfo>();
        await using var app = await StartAsync(clock, seen, typeof(EveryFiveMinutes));

        await AdvanceAsync(clock, TimeSpan.FromMinutes(3));
        await Eventually.TrueAsync(() => seen.Count == 1, "the first run");
        await AdvanceAsync(clock, TimeSpan.FromMinutes(5));
        await Eventually.TrueAsync(() => seen.Count == 2, "the second run");

        var second = seen.Last();
        Assert.False(second.IsPastDue);
        Assert.Equal(Start.AddMinutes(3).UtcDateTime, second.ScheduleStatus!.Last);
        Assert.Equal(Start.AddMinutes(13).UtcDateTime, second.ScheduleStatus.Next);
    }

    [Fact]
    public async Task Timer_MissedWhileTheHostWasDown_RunsAtStartPastDue()
    {
        var seen = new ConcurrentQueue<TimerInfo>();
        await using (await StartAsync(new ManualTimeProvider(Start), seen, typeof(EveryFiveMinutes)))
        {
        }

        await using var app = await StartAsync(new ManualTimeProvider(Start.AddMinutes(4)), seen, typeof(EveryFiveMinutes));
        await Eventually.TrueAsync(() => seen.Count == 1, "the missed run");

        Assert.True(seen.Single().IsPastDue);
    }

    [Fact]
    public async Task Timer_ThatThrows_RunsAgainAtItsNextTime()
    {
        var clock = new ManualTimeProvider(Start);
        var seen = new ConcurrentQueue<TimerInfo>();
        await using var app = await StartAsync(clock, seen, typeof(FailsAtStartup));
        await Eventually.TrueAsync(() => seen.Count == 1, "the run at start-up");

        await AdvanceAsync(clock, TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => seen.Count == 2, "the next run");

        Assert.Equal(2, app.Log.Entries.Count(entry => entry.Text.Contains("'FailsAtStartup' failed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Timer_MoreOftenThanEachMinute_IsNotMonitored()
    {
        var clock = new ManualTimeProvider(Start);
        var seen = new ConcurrentQueue<TimerInfo>();
        await using var app = await StartAsync(clock, seen, typeof(EverySecond));

        await AdvanceAsync(clock, TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => !seen.IsEmpty, "a run");

        Assert.Null(seen.First().ScheduleStatus);
    }

    private async Task<RunningApp> StartAsync(TimeProvider clock, ConcurrentQueue<TimerInfo> seen, Type functions)
    {
        var builder = RunningApp.Builder(_folder.Path, new Dictionary<string, string> { ["Sweep"] = "0 */5 * * * *" }, functions);
        builder.Services.AddSingleton(clock).AddSingleton(seen);
        return await RunningApp.StartAsync(builder);
    }

    private static async Task AdvanceAsync(ManualTimeProvider clock, TimeSpan by)
    {
        await Eventually.TrueAsync(() => clock.Waiting > 0, "the timer waits");
        clock.Advance(by);
    }

    public sealed class EveryFiveMinutes(ConcurrentQueue<TimerInfo> seen)
    {
        [Function("Sweep")]
        public void Run([TimerTrigger("%Sweep%")] TimerInfo timer) => seen.Enqueue(timer);
    }

    public sealed class FailsAtStartup(ConcurrentQueue<TimerInfo> seen)
    {
        [Function("FailsAtStartup")]
        public void Run([TimerTrigger("01:00:00", RunOnStartup = true)] TimerInfo timer)
        {
            seen.Enqueue(timer);
            throw new InvalidOperationException("No.");
        }
    }

    public sealed class EverySecond(ConcurrentQueue<TimerInfo> seen)
    {
        [Function("EverySecond")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => seen.Enqueue(timer);
    }
}
