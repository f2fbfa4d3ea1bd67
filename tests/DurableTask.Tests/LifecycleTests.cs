using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Terminate_Waiting_EndsWithTheGivenOutput()
    {
        await using var host = await Waiter().StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        await host.Client.TerminateInstanceAsync(id, "no longer needed");

        var end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("no longer needed", end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(true, OrchestrationRuntimeStatus.Terminated)]
    [InlineData(false, OrchestrationRuntimeStatus.Running)]
    public async Task Terminate_Parent_EndsItsChildrenOnlyWhenRecursive(bool recursive, OrchestrationRuntimeStatus child)
    {
        await using var host = await Waiter()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "child")))
            .Orchestrator("Grandparent", context => context.CallSubOrchestratorAsync("Parent", new SubOrchestrationOptions(instanceId: "parent")))
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Grandparent");
        await host.StatusAsync("child", OrchestrationRuntimeStatus.Running);

        await host.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: recursive));

        await host.EndAsync(id);
        await host.StatusAsync("parent", child);
        await host.StatusAsync("child", child);
    }

    [Fact]
    public async Task Terminate_NotStartedYet_EndsWithoutRunning()
    {
        var ran = false;
        await using var host = await new EngineHost { Time = new ManualTime() }
            .Orchestrator("Later", _ => Task.FromResult<object?>(ran = true))
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Later", new StartOrchestrationOptions(StartAt: new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        await host.Client.TerminateInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndAsync(id)).RuntimeStatus);
        Assert.False(ran);
    }

    [Fact]
    public async Task Terminate_ActivityRunning_DropsItsResult()
    {
        var work = new TaskCompletionSource<object?>();
        await using var host = await new EngineHost()
            .Activity("Work", _ => work.Task)
            .Orchestrator("Run", context => context.CallActivityAsync("Work"))
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Run");
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Running);
        await host.Client.TerminateInstanceAsync(id);
        await host.EndAsync(id);

        work.SetResult("too late");

        await host.StopAsync();
        Assert.Equal(0, StoreProbe.Count(host, "tasks"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Suspend_EventsArrive_AreTakenInOrderAfterResume(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle }
            .Orchestrator("Collect", async context => new[]
            {
                await context.WaitForExternalEvent<int>("n"), await context.WaitForExternalEvent<int>("n"), await context.WaitForExternalEvent<int>("n"),
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Collect");
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        await host.Client.SuspendInstanceAsync(id, "maintenance");
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        foreach (var n in (int[])[1, 2, 3])
        {
            await host.Client.RaiseEventAsync(id, "n", n);
        }

        await Eventually.True(async () => (await host.Client.GetInstanceAsync(id))!.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        await host.RestartAsync();
        await host.Client.ResumeInstanceAsync(id);

        var end = await host.EndAsync(id);
        Assert.Equal([1, 2, 3], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task Terminate_Suspended_Ends()
    {
        await using var host = await Waiter().StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.Client.SuspendInstanceAsync(id);
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);

        await host.Client.TerminateInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task TerminateSuspendResume_UnknownInstance_DoNothing()
    {
        await using var host = await Waiter().StartAsync();

        await host.Client.TerminateInstanceAsync("nowhere");
        await host.Client.SuspendInstanceAsync("nowhere");
        await host.Client.ResumeInstanceAsync("nowhere");

        Assert.Null(await host.Client.GetInstanceAsync("nowhere"));
    }

    private static EngineHost Waiter() => new EngineHost().Orchestrator("Wait", context => context.WaitForExternalEvent<object?>("never"));
}
