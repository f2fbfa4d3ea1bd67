using DurableTask.Tests.Harness;
using Local.Durable.History;
using Local.Durable.Replay;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;

namespace DurableTask.Tests.Replay;

/// <summary>For any orchestrator and any place in its history: replaying up to there and taking the next turn gives the turn that history holds.</summary>
public sealed class ReplayPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Replay_UpToAnyTurnOfOneThatStayedInMemory_GoesOnAsTheLiveRunDid(int seed) => CompareAsync(seed, maxIdle: 100);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Replay_UpToAnyTurnOfOneThatWasAlwaysReplayed_GoesOnAsTheLiveRunDid(int seed) => CompareAsync(seed, maxIdle: 0);

    private static async Task CompareAsync(int seed, int maxIdle)
    {
        await using var host = await new EngineHost { MaxIdle = maxIdle, Time = new ManualTime { JumpsToAlarms = true } }
            .Activity("Work", call => RandomOrchestrator.Activity(call.TaskId))
            .Orchestrator("Child", async context => (object?)await context.CallActivityAsync<string>("Work"))
            .Orchestrator("Random", RandomOrchestrator.RunAsync)
            .StartAsync();

        var end = await host.RunAsync("Random", seed, new("random"));
        await host.StopAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        var turns = StoreProbe.Turns(host, "random");
        Assert.All(Enumerable.Range(0, turns.Count), turn => Assert.Equal(HistoryJson.Write(turns[turn]), HistoryJson.Write(TakeTurn(turns, turn, seed))));
    }

    private static List<HistoryEvent> TakeTurn(List<List<HistoryEvent>> turns, int turn, int seed)
    {
        var run = new OrchestrationRun(
            new(1, "random", 1, "Random", string.Empty, $"{seed}", null),
            new(new(JsonDataConverter.Default), NullLoggerFactory.Instance, string.Empty),
            RandomOrchestrator.RunAsync,
            () => Assert.Fail("The orchestrator left its thread."));
        run.Replay(turns.Take(turn).SelectMany(past => past));

        var arrivals = turns[turn].Where(happened => happened is not (TurnStarted or DecisionEvent or ExecutionEnded)).ToList();
        return run.Advance(turns[turn].OfType<TurnStarted>().Single().At, arrivals).Events;
    }
}
