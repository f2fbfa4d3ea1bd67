using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class TimerTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task CreateTimer_TimeNotReached_DoesNotFire(int maxIdle)
    {
        var time = new ManualTime();
        await using var host = await Sleeper(maxIdle, time).StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Sleep");

        await time.AlarmSetAsync(TimeSpan.FromHours(24));
        time.Advance(TimeSpan.FromHours(23));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await time.AlarmSetAsync(TimeSpan.FromHours(1));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromHours(24), (await host.EndAsync(id)).ReadOutputAs<TimeSpan>());
    }

    [Fact]
    public async Task CreateTimer_DueWhileTheEngineWasDown_FiresAtItsStart()
    {
        var time = new ManualTime();
        await using var host = await Sleeper(100, time).StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
        await time.AlarmSetAsync(TimeSpan.FromHours(24));

        await host.CrashAsync();
        time.Advance(TimeSpan.FromHours(30));
        await host.StartAsync();

        Assert.Equal(TimeSpan.FromHours(30), (await host.EndAsync(id)).ReadOutputAs<TimeSpan>());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task CreateTimer_Several_FireInOrderOfTimeNotOfCreation(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle, Time = new ManualTime { JumpsToAlarms = true } }
            .Orchestrator("Race", async context =>
            {
                var fired = new List<int>();
                async Task Wait(int days)
                {
                    await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
                    fired.Add(days);
                }

                await Task.WhenAll(Wait(300), Wait(1), Wait(70));
                return fired;
            })
            .StartAsync();

        var end = await host.RunAsync("Race");

        Assert.Equal([1, 70, 300], end.ReadOutputAs<int[]>()!);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task CreateTimer_LosesItsRaceAndIsCancelled_LeavesNothingBehind(int maxIdle)
    {
        var time = new ManualTime();
        await using var host = await new EngineHost { MaxIdle = maxIdle, Time = time }
            .Activity("Work", _ => "done")
            .Orchestrator("Race", async context =>
            {
                using var cancel = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromHours(1), cancel.Token);
                var work = context.CallActivityAsync<string>("Work");
                var winner = await Task.WhenAny(timer, work);
                cancel.Cancel();
                await context.CallActivityAsync<string>("Work");
                return $"{winner == work} {timer.IsCanceled}";
            })
            .StartAsync();

        var end = await host.RunAsync("Race");

        Assert.Equal("True True", end.ReadOutputAs<string>());
        await host.StopAsync();
        Assert.Equal(0, StoreProbe.Count(host, "timers"));
    }

    [Fact]
    public async Task CreateTimer_InThePast_FiresAtOnce()
    {
        await using var host = await new EngineHost { Time = new ManualTime() }
            .Orchestrator("Run", context => context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None))
            .StartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.RunAsync("Run")).RuntimeStatus);
    }

    [Fact]
    public async Task CreateTimer_AlreadyCancelled_ThrowsTaskCanceled()
    {
        await using var host = await new EngineHost()
            .Orchestrator("Run", context => Assert.ThrowsAsync<TaskCanceledException>(
                () => context.CreateTimer(TimeSpan.FromHours(1), new CancellationToken(canceled: true))))
            .StartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await host.RunAsync("Run")).RuntimeStatus);
    }

    [Fact]
    public async Task Complete_WithATimerStillOpen_DoesNotWaitForIt()
    {
        await using var host = await new EngineHost { Time = new ManualTime() }
            .Orchestrator("Run", context =>
            {
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return Task.FromResult<object?>("over");
            })
            .StartAsync();

        Assert.Equal("over", (await host.RunAsync("Run")).ReadOutputAs<string>());
        await host.StopAsync();
        Assert.Equal(0, StoreProbe.Count(host, "timers"));
    }

    private static EngineHost Sleeper(int maxIdle, ManualTime time) => new EngineHost { MaxIdle = maxIdle, Time = time }
        .Orchestrator("Sleep", async context =>
        {
            var started = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromHours(24), CancellationToken.None);
            return context.CurrentUtcDateTime - started;
        });
}
