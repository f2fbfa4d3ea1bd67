using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class SubOrchestrationTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Call_Child_ReturnsItsResultAndKnowsItsParent(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle }
            .Orchestrator("Child", context => Task.FromResult<object?>($"{context.Parent!.Name}/{context.Parent.InstanceId}: {context.GetInput<string>()}"))
            .Orchestrator("Parent", async context => (object?)await context.CallSubOrchestratorAsync<string>("Child", "hello"))
            .StartAsync();

        var end = await host.RunAsync("Parent", options: new("p"));

        Assert.Equal("Parent/p: hello", end.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Call_FanOut_EveryChildHasAnIdOfItsOwn(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle }
            .Activity("Echo", call => call.InstanceId)
            .Orchestrator("Child", async context => (object?)await context.CallActivityAsync<string>("Echo"))
            .Orchestrator("Parent", async context => (object?)await Task.WhenAll(
                Enumerable.Range(0, 20).Select(_ => context.CallSubOrchestratorAsync<string>("Child"))))
            .StartAsync();

        var end = await host.RunAsync("Parent");

        Assert.Equal(20, end.ReadOutputAs<string[]>()!.Distinct().Count());
    }

    [Fact]
    public async Task Call_ChildFails_ParentSeesItsFailure()
    {
        await using var host = await new EngineHost()
            .Orchestrator("Child", Task (_) => throw new FormatException("bad child"))
            .Orchestrator("Parent", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Child"));
                return (object?)$"{failed.TaskName}: {failed.FailureDetails}";
            })
            .StartAsync();

        var end = await host.RunAsync("Parent");

        Assert.Equal("Child: System.FormatException: bad child", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Call_ChildIsTerminated_ParentSeesAFailure()
    {
        await using var host = await new EngineHost()
            .Orchestrator("Child", context => context.WaitForExternalEvent<object?>("never"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "c")))
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await host.StatusAsync("c", OrchestrationRuntimeStatus.Running);

        await host.Client.TerminateInstanceAsync("c", "enough");

        var end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("terminated: \"enough\"", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_IdOfARunningInstance_FailsTheCallAndLeavesItRunning()
    {
        await using var host = await new EngineHost()
            .Orchestrator("Wait", context => context.WaitForExternalEvent<object?>("go"))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "taken")))
            .StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("taken"));

        var end = await host.RunAsync("Parent");

        Assert.Contains("cannot have the id 'taken'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.False((await host.Client.GetInstanceAsync("taken"))!.IsCompleted);
    }

    [Fact]
    public async Task Call_UnknownOrchestrator_FailsWithItsName()
    {
        await using var host = await new EngineHost()
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Nowhere"))
            .StartAsync();

        var end = await host.RunAsync("Parent");

        Assert.Equal("OrchestratorTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Contains("'Nowhere'", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }
}
