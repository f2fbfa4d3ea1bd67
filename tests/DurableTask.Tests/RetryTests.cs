using DurableTask.Tests.Harness;
using Local.Durable.Replay;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace DurableTask.Tests;

public sealed class RetryTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    [InlineData(4, 60)]
    [InlineData(400, 60)]
    public void Delay_BacksOff_UpToTheLongestInterval(int attempts, int seconds)
    {
        var policy = new RetryPolicy(500, TimeSpan.FromSeconds(10), 2, TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryLoop.Delay(policy, attempts));
    }

    [Fact]
    public void Delay_NoLongestInterval_StaysADateThatATimerCanHave()
    {
        var policy = new RetryPolicy(5_000, TimeSpan.FromSeconds(10), 2, Timeout.InfiniteTimeSpan);

        Assert.Equal(TimeSpan.FromDays(3_650), RetryLoop.Delay(policy, 4_000));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Policy_FailsTwiceThenSucceeds_WaitsOnTheOrchestrationsClock(int maxIdle)
    {
        var attempts = 0;
        await using var host = await Host(maxIdle)
            .Activity("Flaky", object? (_) => ++attempts < 3 ? throw new TimeoutException() : attempts)
            .Orchestrator("Run", async context =>
            {
                var started = context.CurrentUtcDateTime;
                await context.CallActivityAsync<int>("Flaky", options: new(new RetryPolicy(5, TimeSpan.FromMinutes(10), 3)));
                return context.CurrentUtcDateTime - started;
            })
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(3, attempts);
        Assert.Equal(TimeSpan.FromMinutes(40), end.ReadOutputAs<TimeSpan>());
    }

    [Fact]
    public async Task Policy_AttemptsUsedUp_FailsWithTheLastFailure()
    {
        var attempts = 0;
        await using var host = await Host()
            .Activity("Fail", object? (_) => throw new TimeoutException($"attempt {++attempts}"))
            .Orchestrator("Run", context => context.CallActivityAsync("Fail", options: new(new RetryPolicy(3, TimeSpan.FromHours(1)))))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(3, attempts);
        Assert.Equal("attempt 3", end.FailureDetails!.InnerFailure!.ErrorMessage);
    }

    [Fact]
    public async Task Policy_TimeoutPassed_StopsBeforeTheAttemptsAreUsedUp()
    {
        var attempts = 0;
        await using var host = await Host()
            .Activity("Fail", object? (_) => throw new TimeoutException($"attempt {++attempts}"))
            .Orchestrator("Run", context => context.CallActivityAsync(
                "Fail", options: new(new RetryPolicy(100, TimeSpan.FromHours(1), retryTimeout: TimeSpan.FromHours(2)))))
            .StartAsync();

        await host.RunAsync("Run");

        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Policy_HandleFailureSaysNo_IsNotRetried()
    {
        var attempts = 0;
        var policy = new RetryPolicy(100, TimeSpan.FromHours(1)) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() };
        await using var host = await Host()
            .Activity("Fail", object? (_) => throw (++attempts == 1 ? new TimeoutException() : new FormatException()))
            .Orchestrator("Run", context => context.CallActivityAsync("Fail", options: new(policy)))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(2, attempts);
        Assert.Equal("System.FormatException", end.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Handler_AwaitsATimerAndStops_SeesEachAttempt(int maxIdle)
    {
        await using var host = await Host(maxIdle)
            .Activity("Fail", object? (_) => throw new TimeoutException())
            .Orchestrator("Run", async context =>
            {
                var seen = new List<string>();
                var options = TaskOptions.FromRetryHandler(async retry =>
                {
                    seen.Add($"{retry.LastAttemptNumber}:{retry.TotalRetryTime}:{retry.LastFailure.ErrorType}");
                    await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), retry.CancellationToken);
                    return retry.LastAttemptNumber < 2;
                });
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Fail", options));
                return seen;
            })
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(["1:00:00:00:System.TimeoutException", "2:01:00:00:System.TimeoutException"], end.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Policy_SubOrchestration_RunsAgainUnderTheSameId()
    {
        var runs = 0;
        await using var host = await Host()
            .Orchestrator("Child", context => ++runs < 3 ? throw new TimeoutException() : Task.FromResult<object?>(context.InstanceId))
            .Orchestrator("Run", async context => (object?)await context.CallSubOrchestratorAsync<string>(
                "Child", options: new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromHours(1)), "the-child")))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("the-child", end.ReadOutputAs<string>());
        Assert.Equal(3, runs);
    }

    [Theory]
    [InlineData(0, 1, 1.0, null, "maxNumberOfAttempts")]
    [InlineData(1, 0, 1.0, null, "firstRetryInterval")]
    [InlineData(1, 1, 0.9, null, "backoffCoefficient")]
    [InlineData(1, 2, 1.0, 1, "maxRetryInterval")]
    public void RetryPolicy_OutOfRange_NamesTheParameter(int attempts, int first, double coefficient, int? longest, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new RetryPolicy(
            attempts, TimeSpan.FromSeconds(first), coefficient, longest is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

    private static EngineHost Host(int maxIdle = 100) => new() { MaxIdle = maxIdle, Time = new ManualTime { JumpsToAlarms = true } };
}
