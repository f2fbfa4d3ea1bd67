using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class PayloadTests
{
    private static readonly string TooLarge = new('x', 1 << 20);

    [Fact]
    public async Task OrchestrationInput_TooLarge_IsRefusedWithTheRemedy()
    {
        await using var host = await Host().StartAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", TooLarge));

        Assert.Contains("takes 1,048,578 bytes; the limit is 1,048,576", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Store the data in a blob", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrchestrationInput_JustAtTheLimit_Passes()
    {
        await using var host = await Host().StartAsync();

        var end = await host.RunAsync("Echo", TooLarge[2..]);

        Assert.Equal(TooLarge[2..], end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task OrchestrationInput_FewCharactersOfManyBytes_IsMeasuredInBytes()
    {
        await using var host = await Host(unescaped: true).StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", new string('字', 400_000)));
    }

    [Fact]
    public async Task EventPayload_TooLarge_IsRefused()
    {
        await using var host = await Host().StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RaiseEventAsync("any", "e", TooLarge));
    }

    [Theory]
    [InlineData("ActivityInput", "The input of activity 'Small'")]
    [InlineData("ActivityOutput", "The output of activity 'Large'")]
    [InlineData("Output", "The output of orchestration 'Output'")]
    [InlineData("ChildInput", "The input of sub-orchestration 'Echo'")]
    [InlineData("NewInput", "The new input of orchestration 'NewInput'")]
    public async Task Payload_TooLargeInside_FailsTheOrchestrationNamingIt(string orchestrator, string what)
    {
        await using var host = await Host().StartAsync();

        var end = await host.RunAsync(orchestrator);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains($"{what} takes", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CustomStatus_MoreThan16Kilobytes_FailsTheOrchestration()
    {
        await using var host = await Host()
            .Orchestrator("Status", context =>
            {
                context.SetCustomStatus(new string('x', 8 * 1024));
                return Task.CompletedTask;
            })
            .StartAsync();

        var end = await host.RunAsync("Status");

        Assert.Contains("custom status has 8,194 characters", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    private static EngineHost Host(bool unescaped = false) => new EngineHost { Unescaped = unescaped }
        .Activity("Small", _ => "done")
        .Activity("Large", _ => TooLarge)
        .Orchestrator("Echo", context => Task.FromResult<object?>(context.GetInput<string>()))
        .Orchestrator("ActivityInput", context => context.CallActivityAsync("Small", TooLarge))
        .Orchestrator("ActivityOutput", context => context.CallActivityAsync("Large"))
        .Orchestrator("Output", _ => Task.FromResult<object?>(TooLarge))
        .Orchestrator("ChildInput", context => context.CallSubOrchestratorAsync("Echo", TooLarge))
        .Orchestrator("NewInput", context =>
        {
            context.ContinueAsNew(TooLarge);
            return Task.CompletedTask;
        });
}
