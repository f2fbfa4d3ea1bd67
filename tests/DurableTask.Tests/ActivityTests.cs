using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class ActivityTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task CallActivity_Chain_EachSeesTheLastResult(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle }
            .Activity("AddOne", call => (int)call.ReadInput(typeof(int))! + 1)
            .Orchestrator("Chain", async context =>
            {
                var value = context.GetInput<int>();
                for (var i = 0; i < 5; i++)
                {
                    value = await context.CallActivityAsync<int>("AddOne", value);
                }

                return value;
            })
            .StartAsync();

        var end = await host.RunAsync("Chain", 37);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(42, end.ReadOutputAs<int>());
        Assert.Equal(37, end.ReadInputAs<int>());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task CallActivity_FanOut_CollectsResultsInCallOrder(int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle }
            .Activity("Square", call => (int)call.ReadInput(typeof(int))! is var n ? n * n : 0)
            .Orchestrator("FanOut", async context =>
                (object?)await Task.WhenAll(Enumerable.Range(0, 50).Select(n => context.CallActivityAsync<int>("Square", n))))
            .StartAsync();

        var end = await host.RunAsync("FanOut");

        Assert.Equal(Enumerable.Range(0, 50).Select(n => n * n), end.ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task CallActivity_NameInOtherCase_IsFound()
    {
        await using var host = await new EngineHost()
            .Activity("Echo", call => call.InstanceId)
            .Orchestrator("Run", async context => (object?)await context.CallActivityAsync<string>("ECHO"))
            .StartAsync();

        var end = await host.RunAsync("run", options: new("the-id"));

        Assert.Equal("the-id", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallActivity_Throws_OrchestratorSeesFailureDetails()
    {
        await using var host = await new EngineHost()
            .Activity("Fail", object? (_) => throw new TimeoutException("slow", new FormatException("bad")))
            .Orchestrator("Run", async context =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Fail"));
                return (object?)$"{failed.TaskName} {failed.FailureDetails.IsCausedBy<SystemException>()} {failed.FailureDetails.InnerFailure!.ErrorMessage}";
            })
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal("Fail True bad", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallActivity_FailureUnhandled_FailsTheOrchestration()
    {
        await using var host = await new EngineHost()
            .Activity("Fail", object? (_) => throw new TimeoutException("slow"))
            .Orchestrator("Run", context => context.CallActivityAsync("Fail"))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.IsCausedBy<TaskFailedException>());
        Assert.Equal("System.TimeoutException", end.FailureDetails.InnerFailure!.ErrorType);
        Assert.Contains("slow", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivity_Unknown_FailsWithItsNameAndIsNotRetried()
    {
        await using var host = await new EngineHost()
            .Orchestrator("Run", context => context.CallActivityAsync("Nowhere", options: new(new RetryPolicy(5, TimeSpan.FromDays(1)))))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Contains("'Nowhere'", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivity_MoreThanTheLimit_RunsNoMoreAtOnce()
    {
        var (running, most) = (0, 0);
        await using var host = await new EngineHost { MaxActivities = 3 }
            .Activity("Work", async _ =>
            {
                var now = Interlocked.Increment(ref running);
                most = Math.Max(most, now);
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return null;
            })
            .Orchestrator("Run", context => Task.WhenAll(Enumerable.Range(0, 60).Select(_ => context.CallActivityAsync("Work"))))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task CallActivity_OptionsAsInput_SaysSo()
    {
        await using var host = await new EngineHost()
            .Orchestrator("Run", context => context.CallActivityAsync("Any", (object)new TaskOptions()))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Contains("pass them as 'options'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }
}
