using DurableTask.Core.Exceptions;
using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace DurableTask.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Schedule_StartAtInTheFuture_StaysPendingUntilThen()
    {
        var time = new ManualTime();
        await using var host = await new EngineHost { Time = time }
            .Orchestrator("Later", async context => (object?)$"{await context.WaitForExternalEvent<string>("e")} {context.CurrentUtcDateTime:HH:mm}")
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Later", new StartOrchestrationOptions(StartAt: time.GetUtcNow().AddHours(2)));
        await host.Client.RaiseEventAsync(id, "e", "early");

        await host.RestartAsync();
        Assert.Equal(Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        time.Advance(TimeSpan.FromHours(2));

        Assert.Equal("early 02:00", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Schedule_VersionAndTags_AreKept()
    {
        await using var host = await new EngineHost { DefaultVersion = "1.0" }
            .Orchestrator("Run", context => Task.FromResult<object?>(context.Version))
            .StartAsync();

        var byDefault = await host.RunAsync("Run");
        var given = await host.RunAsync("Run", options: new()
        {
            Version = "2.1",
            Tags = new Dictionary<string, string> { ["kind"] = "test" },
        });

        Assert.Equal("1.0", byDefault.ReadOutputAs<string>());
        Assert.Equal("2.1", given.ReadOutputAs<string>());
        Assert.Equal("test", given.Tags["kind"]);
    }

    [Fact]
    public async Task Schedule_UnknownOrchestrator_FailsTheInstanceWithItsName()
    {
        await using var host = await new EngineHost().StartAsync();

        var end = await host.RunAsync("Nowhere");

        Assert.Equal(Failed, end.RuntimeStatus);
        Assert.Contains("No orchestrator task named 'Nowhere'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_SameIdWhileRunningNoDedupeStatuses_IsRefused()
    {
        await using var host = await Waiter().StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one"));

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one")));
    }

    [Fact]
    public async Task Schedule_SameIdAfterTheEndNoDedupeStatuses_Replaces()
    {
        await using var host = await Waiter().Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<int>())).StartAsync();
        await host.RunAsync("Echo", 1, new("one"));

        var second = await host.RunAsync("Echo", 2, new("one"));

        Assert.Equal(2, second.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Schedule_ExistingStatusIsListed_IsRefused()
    {
        await using var host = await Waiter().Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<int>())).StartAsync();
        await host.RunAsync("Echo", 1, new("one"));
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", 2, options));

        Assert.Equal("An orchestration instance with id 'one' already exists and is Completed.", refused.Message);
        Assert.Equal(1, (await host.EndAsync("one")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Schedule_RunningIsNotListed_TerminatesAndReplacesTheRunningOne()
    {
        await using var host = await Waiter().Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<int>())).StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one"));
        await host.StatusAsync("one", Running);

        var end = await host.RunAsync("Echo", 7, new StartOrchestrationOptions("one").WithDedupeStatuses(Completed));

        Assert.Equal("Echo", end.Name);
        Assert.Equal(7, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Schedule_TerminatedListedButRunningReplaceable_Throws()
    {
        await using var host = await Waiter().StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions("one").WithDedupeStatuses(Terminated, Running)));
    }

    [Theory]
    [InlineData("Sleeping")]
    [InlineData("ContinuedAsNew")]
    public async Task Schedule_NoDedupeStatus_NamesIt(string status)
    {
        await using var host = await Waiter().StartAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions { DedupeStatuses = [status] }));

        Assert.StartsWith($"'{status}' is no dedupe status", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_HundredAtOnceWithOneId_OneWins()
    {
        await using var host = await Waiter().StartAsync();
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            try
            {
                await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", options);
                return true;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, won => won);
    }

    private static EngineHost Waiter() => new EngineHost().Orchestrator("Wait", context => context.WaitForExternalEvent<object?>("never"));
}
