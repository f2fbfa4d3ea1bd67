using DurableTask.Tests.Harness;
using Local.Durable.History;
using Microsoft.DurableTask;

namespace DurableTask.Tests;

public sealed class ContinueAsNewTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task ContinueAsNew_ManyRounds_KeepsOnlyTheLastHistory(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle }
            .Activity("AddOne", call => (int)call.ReadInput(typeof(int))! + 1)
            .Orchestrator("Loop", async context =>
            {
                var next = await context.CallActivityAsync<int>("AddOne", context.GetInput<int>());
                if (next < 20)
                {
                    context.ContinueAsNew(next);
                    return null;
                }

                return next;
            })
            .StartAsync();

        var end = await host.RunAsync("Loop", 0);

        Assert.Equal(20, end.ReadOutputAs<int>());
        await host.StopAsync();
        Assert.Single(StoreProbe.History(host, end.InstanceId).OfType<ActivityScheduled>());
    }

    [Theory]
    [InlineData(true, "a b")]
    [InlineData(false, "timed out")]
    public async Task ContinueAsNew_UnprocessedEvents_ReachTheNextExecutionWhenAsked(bool preserve, string expected)
    {
        await using var host = await new EngineHost { Time = new ManualTime { JumpsToAlarms = true } }
            .Orchestrator("Rounds", async context =>
            {
                if (context.GetInput<string>() is not "second")
                {
                    await context.WaitForExternalEvent<object?>("go");
                    context.ContinueAsNew("second", preserve);
                    return null;
                }

                try
                {
                    var first = await context.WaitForExternalEvent<string>("e", TimeSpan.FromDays(1));
                    return $"{first} {await context.WaitForExternalEvent<string>("E")}";
                }
                catch (TaskCanceledException)
                {
                    return "timed out";
                }
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Rounds");
        await host.Client.RaiseEventAsync(id, "e", "a");
        await host.Client.RaiseEventAsync(id, "e", "b");

        await host.Client.RaiseEventAsync(id, "go");

        Assert.Equal(expected, (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_NewVersion_IsThatOfTheNextExecution()
    {
        await using var host = await new EngineHost { DefaultVersion = "1.0" }
            .Orchestrator("Upgrade", context =>
            {
                if (context.Version == "1.0")
                {
                    context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
                }

                return Task.FromResult<object?>(context.Version);
            })
            .StartAsync();

        Assert.Equal("2.0", (await host.RunAsync("Upgrade")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task ContinueAsNew_ActivityOfTheLastExecutionEndsLate_IsNotTakenForOneOfTheNext()
    {
        var (slow, ran) = (new TaskCompletionSource<object?>(), 0);
        await using var host = await new EngineHost()
            .Activity("Slow", call => Interlocked.Increment(ref ran) == 1 ? slow.Task : Task.FromResult<object?>("new"))
            .Orchestrator("Rounds", async context =>
            {
                var work = context.CallActivityAsync<string>("Slow");
                if (context.GetInput<string>() is not "second")
                {
                    await context.WaitForExternalEvent<object?>("go");
                    context.ContinueAsNew("second");
                    return null;
                }

                await context.WaitForExternalEvent<object?>("go");
                return await work;
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Rounds");
        await Eventually.True(() => Volatile.Read(ref ran) == 1);
        await host.Client.RaiseEventAsync(id, "go");
        await Eventually.True(() => Volatile.Read(ref ran) == 2);

        slow.SetResult("old");
        await host.Client.RaiseEventAsync(id, "go");

        Assert.Equal("new", (await host.EndAsync(id)).ReadOutputAs<string>());
        await host.StopAsync();
        Assert.Equal(0, StoreProbe.Count(host, "tasks"));
    }
}
