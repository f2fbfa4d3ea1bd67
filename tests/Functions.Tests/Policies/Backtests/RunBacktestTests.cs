using DurableTask.Tests.Harness;
using Microsoft.DurableTask.Client;
using Serverless.Policies.Backtests;

namespace Serverless.Tests.Policies.Backtests;

/// <summary>The orchestration on the real engine, with batches that are told what to answer.</summary>
public sealed class RunBacktestTests
{
    [Fact]
    public async Task Run_ManyBatches_GoesOnAcrossHistoriesUntilTheEnd()
    {
        List<int> batches = [];
        await using var host = Host(step =>
        {
            batches.Add(step.Batch);
            return step.Batch == 120;
        });
        await host.StartAsync();

        var end = await host.RunAsync(nameof(RunBacktest), new BacktestStep("b", 0));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(Enumerable.Range(0, 121), batches);
    }

    [Fact]
    public async Task Run_BatchThatFailsForGood_IsRecordedAsFailed()
    {
        List<string?> failures = [];
        await using var host = Host(step =>
        {
            failures.Add(step.Failure);
            return step.Failure is null ? throw new FormatException("unheard of") : true;
        });
        await host.StartAsync();

        await host.RunAsync(nameof(RunBacktest), new BacktestStep("b", 0));

        Assert.Equal("unheard of", failures[^1]);
    }

    private static EngineHost Host(Func<BacktestStep, bool> compare) => new EngineHost { Time = new ManualTime { JumpsToAlarms = true } }
        .Orchestrator(nameof(RunBacktest), RunBacktest.RunAsync)
        .Activity(nameof(CompareBatch), call => compare((BacktestStep)call.ReadInput(typeof(BacktestStep))!));
}
