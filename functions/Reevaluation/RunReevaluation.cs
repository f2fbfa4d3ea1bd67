using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace VideoGate.Reevaluation;

/// <summary>Decides past cases again, page by page, at a bounded rate. The instance id is <c>reevaluation-{backtestId}</c>.</summary>
public static class RunReevaluation
{
    /// <summary>Steps per history before continue-as-new.</summary>
    private const int StepsPerHistory = 50;

    private static readonly TaskOptions UntilStorageAnswers = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 1000, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(1)));

    /// <returns>Whether the application has ended.</returns>
    [Function(nameof(RunReevaluation))]
    public static async Task<bool> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var step = context.GetInput<ReevaluationStep>()
            ?? throw new InvalidOperationException($"{nameof(RunReevaluation)} was started without its input.");
        try
        {
            for (var steps = 0; steps < StepsPerHistory; steps++)
            {
                var pause = await context.CallActivityAsync<ReevaluationPause>(nameof(ReevaluateBatch), step, UntilStorageAnswers);
                if (pause.Until is not { } until)
                {
                    return true;
                }

                if (until.UtcDateTime > context.CurrentUtcDateTime)
                {
                    await context.CreateTimer(until.UtcDateTime, CancellationToken.None);
                }
            }
        }
        catch (TaskFailedException exception)
        {
            await context.CallActivityAsync<ReevaluationPause>(
                nameof(ReevaluateBatch), step with { Failure = exception.FailureDetails.ErrorMessage }, UntilStorageAnswers);
            return true;
        }

        context.ContinueAsNew(step);
        return false;
    }
}
