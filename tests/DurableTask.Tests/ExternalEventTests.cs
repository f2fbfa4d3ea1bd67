using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class ExternalEventTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Raise_NameInOtherCase_ReachesTheWaiter(int maxIdle)
    {
        await using var host = await Host(maxIdle)
            .Orchestrator("Wait", async context =>
            {
                context.SetCustomStatus("waiting");
                return (object?)await context.WaitForExternalEvent<string>("Approval");
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await host.CustomStatusAsync(id, "waiting");

        await host.Client.RaiseEventAsync(id, "APPROVAL", "yes");

        Assert.Equal("yes", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Raise_BeforeAnyoneWaits_IsKeptInOrder(int maxIdle)
    {
        await using var host = await Host(maxIdle)
            .Orchestrator("Late", async context =>
            {
                await context.WaitForExternalEvent<object?>("go");
                return new[] { await context.WaitForExternalEvent<int>("n"), await context.WaitForExternalEvent<int>("n") };
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Late");

        await host.Client.RaiseEventAsync(id, "n", 1);
        await host.Client.RaiseEventAsync(id, "N", 2);
        await host.Client.RaiseEventAsync(id, "go");

        var end = await host.EndAsync(id);
        Assert.Equal([1, 2], end.ReadOutputAs<int[]>()!);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Raise_SeveralWaiters_TheLatestIsServedFirst(int maxIdle)
    {
        await using var host = await Host(maxIdle)
            .Orchestrator("Two", async context =>
            {
                var older = context.WaitForExternalEvent<string>("e");
                var newer = context.WaitForExternalEvent<string>("e");
                context.SetCustomStatus("waiting");
                return $"{await newer} {await older}";
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Two");
        await host.CustomStatusAsync(id, "waiting");

        await host.Client.RaiseEventAsync(id, "e", "first");
        await host.Client.RaiseEventAsync(id, "e", "second");

        Assert.Equal("first second", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Raise_AfterAWaiterWasCancelled_ReachesTheNextOne(int maxIdle)
    {
        await using var host = await Host(maxIdle)
            .Orchestrator("Rounds", async context =>
            {
                using (var round = new CancellationTokenSource())
                {
                    var abandoned = context.WaitForExternalEvent<string>("e", round.Token);
                    await context.WaitForExternalEvent<object?>("next round");
                    round.Cancel();
                    await Assert.ThrowsAsync<TaskCanceledException>(() => abandoned);
                }

                context.SetCustomStatus("second round");
                return (object?)await context.WaitForExternalEvent<string>("e");
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Rounds");
        await host.Client.RaiseEventAsync(id, "next round");
        await host.CustomStatusAsync(id, "second round");

        await host.Client.RaiseEventAsync(id, "e", "not eaten");

        Assert.Equal("not eaten", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task WaitWithTimeout_TimePasses_ThrowsTaskCanceledAndKeepsTheLateEvent(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle, Time = new ManualTime { JumpsToAlarms = true } }
            .Orchestrator("Timeout", async context =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("e", TimeSpan.FromHours(1)));
                context.SetCustomStatus("timed out");
                return (object?)await context.WaitForExternalEvent<string>("e");
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Timeout");
        await host.CustomStatusAsync(id, "timed out");

        await host.Client.RaiseEventAsync(id, "e", "late");

        Assert.Equal("late", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitWithTimeout_EventComes_CancelsTheTimer()
    {
        await using var host = await new EngineHost { Time = new ManualTime() }
            .Orchestrator("Timeout", async context => (object?)await context.WaitForExternalEvent<string>("e", TimeSpan.FromHours(1)))
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Timeout");

        await host.Client.RaiseEventAsync(id, "e", "in time");

        Assert.Equal("in time", (await host.EndAsync(id)).ReadOutputAs<string>());
        await host.StopAsync();
        Assert.Equal(0, StoreProbe.Count(host, "timers"));
    }

    [Fact]
    public async Task Raise_EndedOrUnknownInstance_IsDroppedSilently()
    {
        await using var host = await Host().Orchestrator("Run", _ => Task.CompletedTask).StartAsync();
        var end = await host.RunAsync("Run");

        await host.Client.RaiseEventAsync(end.InstanceId, "e");
        await host.Client.RaiseEventAsync("nowhere", "e");

        await host.StopAsync();
        Assert.Equal(0, StoreProbe.Count(host, "inbox"));
    }

    [Fact]
    public async Task Wait_SameNameOtherType_FailsWithBothTypes()
    {
        await using var host = await Host()
            .Orchestrator("Two", context => Task.WhenAll(context.WaitForExternalEvent<string>("e"), context.WaitForExternalEvent<int>("e")))
            .StartAsync();

        var end = await host.RunAsync("Two");

        Assert.Contains("System.String already and cannot be awaited as System.Int32", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raise_PayloadOfAnotherShape_FailsTheWaiter()
    {
        await using var host = await Host().Orchestrator("Wait", context => context.WaitForExternalEvent<int>("e")).StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await host.Client.RaiseEventAsync(id, "e", "no number");

        var end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("System.Text.Json.JsonException", end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task SendEvent_ToAnotherInstance_Arrives()
    {
        await using var host = await Host()
            .Orchestrator("Receive", async context => (object?)await context.WaitForExternalEvent<string>("e"))
            .Orchestrator("Send", context =>
            {
                context.SendEvent("receiver", "e", "hello");
                return Task.CompletedTask;
            })
            .StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Receive", new StartOrchestrationOptions("receiver"));

        await host.RunAsync("Send");

        Assert.Equal("hello", (await host.EndAsync("receiver")).ReadOutputAs<string>());
    }

    private static EngineHost Host(int maxIdle = 100) => new() { MaxIdle = maxIdle };
}
