using Microsoft.DurableTask.Protobuf;
using VideoGate.Policies.Backtests;
using VideoGate.Tests.Replay;

namespace VideoGate.Tests.Policies.Backtests;

/// <summary>The orchestration on Microsoft's replay, with batches that return given results.</summary>
public sealed class RunBacktestTests
{
    [Fact]
    public void Run_ManyBatches_GoesOnAcrossHistoriesUntilTheEnd()
    {
        // Arrange
        List<int> batches = [];

        // Act
        var end = Run(step =>
        {
            batches.Add(step.Batch);
            return step.Batch == 120;
        });

        // Assert
        Assert.Equal((OrchestrationStatus.Completed, 3), (end.Status, end.Execution));
        Assert.Equal(Enumerable.Range(0, 121), batches);
    }

    [Fact]
    public void Run_BatchThatFailsForGood_IsRecordedAsFailed()
    {
        // Arrange
        List<string?> failures = [];

        // Act
        var end = Run(step =>
        {
            failures.Add(step.Failure);
            return step.Failure is null ? throw new FormatException("unheard of") : true;
        });

        // Assert
        Assert.Equal(OrchestrationStatus.Completed, end.Status);
        Assert.Equal("unheard of", failures[^1]);
    }

    private static VirtualInstance Run(Func<BacktestStep, bool> compare)
    {
        var engine = new VirtualEngine()
            .Orchestrator<BacktestStep, object?>(nameof(RunBacktest), async context =>
            {
                await RunBacktest.RunAsync(context);
                return null;
            })
            .Activity(nameof(CompareBatch), call => compare(call.Input<BacktestStep>()));
        var instance = engine.Start(nameof(RunBacktest), new BacktestStep("b", 0));
        engine.Run();
        return instance;
    }
}
