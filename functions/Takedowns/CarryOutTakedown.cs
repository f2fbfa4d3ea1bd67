using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using VideoGate.Cases.Orchestration;

namespace VideoGate.Takedowns;

/// <summary>
/// Keeps the clock of an order to take a video down: escalates it, carries it out before the clock ends, and follows the removal. Runs
/// beside the case. All state is read from storage: a lost or duplicate event changes nothing.
/// </summary>
public static class CarryOutTakedown
{
    /// <summary>Waits per history before continue-as-new.</summary>
    private const int WaitsPerHistory = 50;

    private static readonly TaskOptions UntilStorageAnswers = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 1000, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(1)));

    [Function(nameof(CarryOutTakedown))]
    public static async Task<bool> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.GetInput<TakedownRequest>()
            ?? throw new InvalidOperationException($"{nameof(CarryOutTakedown)} was started without its input.");
        for (var waits = 0; waits < WaitsPerHistory; waits++)
        {
            var progress = await context.CallActivityAsync<TakedownProgress>(nameof(AdvanceTakedown), request, UntilStorageAnswers);
            if (progress.NextAt is not { } next)
            {
                return true;
            }

            await EventOrTimer.WaitAsync(context, TakedownStarter.Changed, next.UtcDateTime);
        }

        context.ContinueAsNew(request, preserveUnprocessedEvents: true);
        return false;
    }
}
