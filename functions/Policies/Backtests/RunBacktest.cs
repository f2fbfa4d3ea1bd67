using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace VideoGate.Policies.Backtests;

/// <summary>Evaluates the stored cases batch by batch. The instance id is <c>backtest-{id}</c>.</summary>
public static class RunBacktest
{
    /// <summary>Batches per history before continue-as-new.</summary>
    private const int BatchesPerHistory = 50;

    private static readonly TaskOptions UntilStorageAnswers = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 30, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(1)));

    [Function(nameof(RunBacktest))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var step = context.GetInput<BacktestStep>()
            ?? throw new InvalidOperationException($"{nameof(RunBacktest)} was started without its input.");
        try
        {
            for (var batch = step.Batch; batch < step.Batch + BatchesPerHistory; batch++)
            {
                if (await context.CallActivityAsync<bool>(nameof(CompareBatch), step with { Batch = batch }, UntilStorageAnswers))
                {
                    return;
                }
            }
        }
        catch (TaskFailedException exception)
        {
            await context.CallActivityAsync<bool>(
                nameof(CompareBatch), step with { Failure = exception.FailureDetails.ErrorMessage }, UntilStorageAnswers);
            return;
        }

        context.ContinueAsNew(step with { Batch = step.Batch + BatchesPerHistory });
    }
}
