using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace DurableTask.Tests;

public sealed class PurgeTests
{
    [Fact]
    public async Task PurgeInstance_Ended_LeavesNoRow()
    {
        await using var host = await Host().StartAsync();
        await host.RunAsync("Work", options: new("one"));

        var purged = await host.Client.PurgeInstanceAsync("one");

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync("one"));
        await host.StopAsync();
        Assert.All(["instances", "history", "tasks", "timers", "inbox"], table => Assert.Equal(0, StoreProbe.Count(host, table)));
    }

    [Theory]
    [InlineData("running")]
    [InlineData("nowhere")]
    public async Task PurgeInstance_RunningOrUnknown_DeletesNothing(string id)
    {
        await using var host = await Host().StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("running"));

        Assert.Equal(0, (await host.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);

        Assert.NotNull(await host.Client.GetInstanceAsync("running"));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task PurgeInstance_WithChildren_DeletesThemOnlyWhenRecursive(bool recursive, int expected)
    {
        await using var host = await Host()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Work"))
            .Orchestrator("Grandparent", context => context.CallSubOrchestratorAsync("Parent"))
            .StartAsync();
        var end = await host.RunAsync("Grandparent");

        var purged = await host.Client.PurgeInstanceAsync(end.InstanceId, new PurgeInstanceOptions(recursive));

        Assert.Equal(expected, purged.PurgedInstanceCount);
    }

    [Fact]
    public async Task PurgeAll_ByTimeAndStatus_DeletesOnlyWhatMatchesAndHasEnded()
    {
        var time = new ManualTime();
        await using var host = await Host(time).StartAsync();
        await host.RunAsync("Work", options: new("old"));
        await host.RunAsync("Fail", options: new("old-failed"));
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("old-running"));
        var cut = time.GetUtcNow();
        time.Advance(TimeSpan.FromDays(1));
        await host.RunAsync("Work", options: new("new"));

        var purged = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: cut, Statuses: [Completed, Running]));

        Assert.Equal((1, true), (purged.PurgedInstanceCount, purged.IsComplete));
        Assert.Null(await host.Client.GetInstanceAsync("old"));
        Assert.NotNull(await host.Client.GetInstanceAsync("old-failed"));
        Assert.NotNull(await host.Client.GetInstanceAsync("old-running"));
        Assert.NotNull(await host.Client.GetInstanceAsync("new"));
    }

    [Fact]
    public async Task PurgeAll_MoreThanOneBatch_DeletesThemAll()
    {
        await using var host = await Host().StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 450).Select(_ => host.RunAsync("Work")));

        var purged = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter());

        Assert.Equal((450, true), (purged.PurgedInstanceCount, purged.IsComplete));
    }

    [Fact]
    public async Task PurgeAll_TimeIsUp_SaysThatMoreIsLeft()
    {
        await using var host = await Host(new ManualTime()).StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => host.RunAsync("Work")));

        var purged = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter { Timeout = TimeSpan.Zero });

        Assert.Equal((200, false), (purged.PurgedInstanceCount, purged.IsComplete));
    }

    private static EngineHost Host(TimeProvider? time = null) => new EngineHost { Time = time ?? TimeProvider.System }
        .Activity("Step", _ => "done")
        .Orchestrator("Work", context => context.CallActivityAsync("Step"))
        .Orchestrator("Fail", Task (_) => throw new FormatException())
        .Orchestrator("Wait", context => context.WaitForExternalEvent<object?>("never"));
}
