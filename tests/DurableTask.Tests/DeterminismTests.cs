using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace DurableTask.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public async Task Replay_TimeGuidsAndLogs_AreTheSameAgain()
    {
        var seen = new Dictionary<string, HashSet<string>>();
        await using var host = await new EngineHost { MaxIdle = 0 }
            .Activity("Step", _ => "done")
            .Orchestrator("Run", async context =>
            {
                for (var i = 0; i < 4; i++)
                {
                    lock (seen)
                    {
                        (seen.TryGetValue($"step {i}", out var values) ? values : seen[$"step {i}"] = [])
                            .Add($"{context.CurrentUtcDateTime:o} {context.NewGuid()} {context.NewGuid()}");
                    }

                    await context.CallActivityAsync("Step");
                }
            })
            .StartAsync();

        await host.RunAsync("Run");

        Assert.Equal(4, seen.Count);
        Assert.All(seen.Values, values => Assert.Single(values));
        Assert.Equal(4, seen.Values.SelectMany(values => values).Distinct().Count());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public async Task IsReplaying_OnlyTheNewestPart_SpeaksOnce(int maxIdle)
    {
        var said = new List<int>();
        await using var host = await new EngineHost { MaxIdle = maxIdle }
            .Activity("Step", _ => "done")
            .Orchestrator("Run", async context =>
            {
                for (var i = 0; i < 4; i++)
                {
                    if (!context.IsReplaying)
                    {
                        said.Add(i);
                    }

                    await context.CallActivityAsync("Step");
                }
            })
            .StartAsync();

        await host.RunAsync("Run");

        Assert.Equal([0, 1, 2, 3], said);
    }

    [Fact]
    public async Task ReplaySafeLogger_ReplayedFourTimes_SaysEachLineOnce()
    {
        using var loggers = new RecordingLoggers();
        await using var host = await new EngineHost { MaxIdle = 0, Loggers = loggers }
            .Activity("Step", _ => "done")
            .Orchestrator("Run", async context =>
            {
                var logger = context.CreateReplaySafeLogger<DeterminismTests>();
                for (var i = 0; i < 4; i++)
                {
                    logger.Log(LogLevel.Information, default, i, null, (line, _) => $"line {line}");
                    await context.CallActivityAsync("Step");
                }
            })
            .StartAsync();

        await host.RunAsync("Run");

        Assert.Equal(["line 0", "line 1", "line 2", "line 3"], loggers.Lines.Where(line => line.StartsWith("line", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("other name", "call activity 'A' (#0)", "call activity 'B' (#0)")]
    [InlineData("other kind", "call activity 'A' (#0)", "create a timer for")]
    [InlineData("nothing", "call activity 'A' (#0)", "do nothing")]
    [InlineData("more", "do nothing", "call activity 'A' (#1)")]
    [InlineData("return", "call activity 'A' (#0)", "do nothing")]
    [InlineData("sub", "call activity 'A' (#0)", "call sub-orchestration 'A'")]
    public async Task Replay_CodeDecidesOtherwise_FailsNamingBoth(string change, string expected, string actual)
    {
        var changed = false;
        await using var host = await new EngineHost { MaxIdle = 0 }
            .Activity("A", _ => "done")
            .Activity("B", _ => "done")
            .Orchestrator("Run", async context =>
            {
                await Decide(context, changed ? change : string.Empty);
                await context.WaitForExternalEvent<object?>("go");
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Run");
        await Eventually.True(async () => (await host.Client.GetInstanceAsync(id))!.LastUpdatedAt > (await host.Client.GetInstanceAsync(id))!.CreatedAt);
        await host.Client.SuspendInstanceAsync(id);
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        changed = true;

        await host.Client.ResumeInstanceAsync(id);
        await host.Client.RaiseEventAsync(id, "go");

        var end = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains($"should {expected}", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains($"wants to {actual}", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_CodeReturnsEarly_Fails()
    {
        var changed = false;
        await using var host = await new EngineHost { MaxIdle = 0 }
            .Orchestrator("Run", async context =>
            {
                if (!Volatile.Read(ref changed))
                {
                    context.SetCustomStatus("waiting");
                    await context.WaitForExternalEvent<object?>("go");
                }
            })
            .StartAsync();
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Run");
        await host.CustomStatusAsync(id, "waiting");
        Volatile.Write(ref changed, true);

        await host.Client.RaiseEventAsync(id, "go");

        Assert.Contains("should go on, but the code now wants to return", (await host.EndAsync(id)).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delay")]
    [InlineData("task run")]
    [InlineData("configure await")]
    [InlineData("race")]
    [InlineData("then call")]
    public async Task Await_SomethingNotDurable_FailsWithTheRemedy(string what)
    {
        await using var host = await new EngineHost()
            .Activity("A", _ => "done")
            .Orchestrator("Run", async context => await (what switch
            {
                "delay" => Task.Delay(20),
                "task run" => Task.Run(() => Thread.Sleep(20)),
                "configure await" => ConfiguredAsync(),
                "race" => Task.WhenAny(Task.Delay(20), context.WaitForExternalEvent<object?>("never")),
                _ => ThenCallAsync(context),
            }))
            .StartAsync();

        var end = await host.RunAsync("Run");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("not durable", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("put everything else into activities", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);

        static async Task ConfiguredAsync() => await Task.Delay(20).ConfigureAwait(false);

        static async Task ThenCallAsync(TaskOrchestrationContext context)
        {
            var pending = context.WaitForExternalEvent<object?>("never");
            await Task.Delay(20).ConfigureAwait(false);
            await context.CallActivityAsync("A");
            await pending;
        }
    }

    [Fact]
    public async Task Await_DurableTasksThroughCombinators_IsFine()
    {
        await using var host = await new EngineHost { MaxIdle = 0 }
            .Activity("A", call => call.TaskId)
            .Orchestrator("Run", async context =>
            {
                await Task.Yield();
                var calls = Enumerable.Range(0, 5).Select(_ => context.CallActivityAsync<int>("A")).ToList();
                await Task.WhenAny(calls);
                var continued = calls[0].ContinueWith(call => call.Result + 100, TaskScheduler.Current);
                var all = await Task.WhenAll(calls);
                return (object?)(all.Sum() + await continued);
            })
            .StartAsync();

        Assert.Equal(110, (await host.RunAsync("Run")).ReadOutputAs<int>());
    }

    private static async Task Decide(TaskOrchestrationContext context, string change)
    {
        switch (change)
        {
            case "other name":
                _ = context.CallActivityAsync("B");
                break;
            case "other kind":
                _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                break;
            case "nothing":
                break;
            case "more":
                _ = context.CallActivityAsync("A");
                _ = context.CallActivityAsync("A");
                break;
            case "return":
                return;
            case "sub":
                _ = context.CallSubOrchestratorAsync("A");
                break;
            default:
                _ = context.CallActivityAsync("A");
                break;
        }

        await Task.Yield();
    }
}
