using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using VideoGate.Cases.Orchestration;

namespace VideoGate.LibraryImports;

/// <summary>
/// Carries an import: takes videos at a bounded rate and waits for their cases. All state is read from storage: a step that runs twice,
/// or a lost event, changes nothing. The instance id is <c>import-{id}</c>.
/// </summary>
public static class RunImport
{
    /// <summary>Steps per history before continue-as-new.</summary>
    private const int StepsPerHistory = 50;

    private static readonly TaskOptions UntilStorageAnswers = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 1000, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(1)));

    /// <returns>Whether the import has ended.</returns>
    [Function(nameof(RunImport))]
    public static async Task<bool> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var step = context.GetInput<ImportStep>()
            ?? throw new InvalidOperationException($"{nameof(RunImport)} was started without its input.");
        try
        {
            for (var steps = 0; steps < StepsPerHistory; steps++)
            {
                var pause = await context.CallActivityAsync<ImportPause>(nameof(AdvanceImport), step, UntilStorageAnswers);
                if (pause.Until is not { } until)
                {
                    return true;
                }

                await EventOrTimer.WaitAsync(context, ImportStarter.Changed, until.UtcDateTime);
            }
        }
        catch (TaskFailedException exception)
        {
            await context.CallActivityAsync<ImportPause>(
                nameof(AdvanceImport), step with { Failure = exception.FailureDetails.ErrorMessage }, UntilStorageAnswers);
            return true;
        }

        context.ContinueAsNew(step, preserveUnprocessedEvents: true);
        return false;
    }
}
