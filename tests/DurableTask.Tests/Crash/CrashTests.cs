using System.Collections.Concurrent;
using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests.Crash;

/// <summary>The engine ends without warning, and the next one goes on from what was committed.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Crash_AgainAndAgainUnderLoad_LosesNothing(int seed)
    {
        const int Instances = 40;
        var random = new Random(seed);
        var (calls, crashAt) = (0, new TaskCompletionSource());
        var next = random.Next(5, 40);
        await using var host = await new EngineHost { MaxIdle = random.Next(0, 20) }
            .Activity("AddOne", call =>
            {
                if (Interlocked.Increment(ref calls) == next)
                {
                    crashAt.TrySetResult();
                }

                return (int)call.ReadInput(typeof(int))! + 1;
            })
            .Orchestrator("Child", async context => (object?)await context.CallActivityAsync<int>("AddOne", context.GetInput<int>()))
            .Orchestrator("Work", async context =>
            {
                var value = await context.CallActivityAsync<int>("AddOne", 0);
                var parts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => context.CallSubOrchestratorAsync<int>("Child", value)));
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                var added = await context.WaitForExternalEvent<int>("add");
                return (object?)(parts.Sum() + added);
            })
            .StartAsync();
        for (var i = 0; i < Instances; i++)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Work", new StartOrchestrationOptions($"w-{i}"));
            await host.Client.RaiseEventAsync($"w-{i}", "add", 100);
        }

        for (var crashes = 0; crashes < 6; crashes++)
        {
            await Task.WhenAny(crashAt.Task, AllEndAsync(host, Instances));
            await host.CrashAsync();
            crashAt = new();
            next = Volatile.Read(ref calls) + random.Next(5, 40);
            await host.StartAsync();
        }

        await AllEndAsync(host, Instances);
        for (var i = 0; i < Instances; i++)
        {
            Assert.Equal(106, (await host.EndAsync($"w-{i}")).ReadOutputAs<int>());
        }

        await host.StopAsync();
        Assert.All(["tasks", "timers", "inbox"], table => Assert.Equal(0, StoreProbe.Count(host, table)));
    }

    [Fact]
    public async Task Crash_ActivityRunning_IsRunAgain()
    {
        var (runs, hang) = (0, new TaskCompletionSource<object?>());
        await using var host = await new EngineHost()
            .Activity("Work", _ => Interlocked.Increment(ref runs) == 1 ? hang.Task : Task.FromResult<object?>("second run"))
            .Orchestrator("Run", async context => (object?)await context.CallActivityAsync<string>("Work"))
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Run");
        await Eventually.True(() => Volatile.Read(ref runs) == 1);

        await host.RestartAsync();

        Assert.Equal("second run", (await host.EndAsync(id)).ReadOutputAs<string>());
        hang.SetResult("first run");
    }

    [Fact]
    public async Task Crash_ActivityDone_IsNotRunAgain()
    {
        var runs = new ConcurrentDictionary<string, int>();
        await using var host = await new EngineHost()
            .Activity("Work", call => runs.AddOrUpdate((string)call.ReadInput(typeof(string))!, 1, (_, count) => count + 1))
            .Orchestrator("Run", async context =>
            {
                await context.CallActivityAsync("Work", "before");
                context.SetCustomStatus("waiting");
                await context.WaitForExternalEvent<object?>("go");
                await context.CallActivityAsync("Work", "after");
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Run");
        await host.CustomStatusAsync(id, "waiting");

        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "go");
        await host.EndAsync(id);

        Assert.Equal(1, runs["before"]);
        Assert.Equal(1, runs["after"]);
    }

    [Fact]
    public async Task Stop_ActivityRunning_WaitsAndKeepsItsResult()
    {
        var (runs, work) = (0, new TaskCompletionSource<object?>());
        await using var host = await new EngineHost()
            .Activity("Work", _ =>
            {
                Interlocked.Increment(ref runs);
                return work.Task;
            })
            .Orchestrator("Run", async context => (object?)await context.CallActivityAsync<string>("Work"))
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Run");
        await Eventually.True(() => Volatile.Read(ref runs) == 1);

        var stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        work.SetResult("kept");
        await stop;
        await host.StartAsync();

        Assert.Equal("kept", (await host.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Start_StoreInUse_SaysSo()
    {
        await using var host = await new EngineHost().StartAsync();

        var refused = Assert.Throws<InvalidOperationException>(() => Local.Durable.Storage.Database.Open(host.DatabasePath));

        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
    }

    private static Task AllEndAsync(EngineHost host, int instances) => Eventually.True(async () =>
    {
        try
        {
            for (var i = 0; i < instances; i++)
            {
                if (await host.Client.GetInstanceAsync($"w-{i}") is not { IsCompleted: true })
                {
                    return false;
                }
            }

            return true;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    });
}
