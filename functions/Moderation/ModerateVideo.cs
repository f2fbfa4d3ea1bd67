using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Publishing;

namespace VideoGate.Moderation;

/// <summary>Moderates one upload, from its arrival to publication or review. The instance id is the case id.</summary>
/// <remarks>
/// A case in review outlives deployments: code replays histories written by earlier code. To change which steps run, or their order, raise
/// <c>defaultVersion</c> in <c>host.json</c>, keep the old path if <c>context.Version</c> is the old version, and freeze histories of the
/// new one (<c>FrozenHistoryTests</c>). <c>VersioningTests</c> shows an added version. The implementation of a step may change freely.
/// </remarks>
public static partial class ModerateVideo
{
    /// <returns>The state in which the case ended.</returns>
    [Function(CaseOrchestration.Name)]
    public static async Task<CaseState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var logger = context.CreateReplaySafeLogger(typeof(ModerateVideo));
        ModerationRequest? request = null;
        try
        {
            request = context.GetInput<ModerationRequest>()
                ?? throw new InvalidOperationException(
                    $"{nameof(ModerateVideo)} was started without its input, a {nameof(ModerationRequest)}.");
            return await ModerateAsync(context, request, logger);
        }
        catch (Exception exception)
        {
            // Messages may quote uploaders' text and are not logged; the engine's own failure record contains them.
            var (step, failure) = exception is TaskFailedException failed
                ? (failed.TaskName, failed.FailureDetails.ErrorType)
                : (nameof(ModerateVideo), exception.GetType().FullName!);
            Log.Failed(logger, request?.CaseId ?? context.InstanceId, step, failure);
            throw;
        }
    }

    private static async Task<CaseState> ModerateAsync(TaskOrchestrationContext context, ModerationRequest request, ILogger logger)
    {
        var caseId = context.InstanceId;
        if (request.InReview)
        {
            return await ReviewAsync(context, request, logger);
        }

        context.SetCustomStatus(nameof(CaseState.Inspecting));
        if (request.InLabelling)
        {
            return await PublishWithRequiredLabelsAsync(context, request, logger);
        }

        var opened = await CallAsync<OpenedCase>(
            context, request.Import is null ? nameof(OpenCase) : nameof(OpenImport), new CaseRequest(caseId, request));
        if (opened.Held is not { } held)
        {
            return request.Import is not null
                ? CaseState.Superseded
                : Ended(context, logger, await CallAsync<CaseState>(context, nameof(Supersede), caseId));
        }

        if (!await WaitForTurnAsync(context, caseId, opened.Wait))
        {
            return StartedAgain(context, request);
        }

        if (await InspectAsync(context, request, held, logger) is not { } inspection)
        {
            return StartedAgain(context, request);
        }

        if (inspection.Superseded)
        {
            return Ended(context, logger, await CallAsync<CaseState>(context, nameof(Supersede), caseId));
        }

        if (await CheckContentAsync(context, opened, inspection, logger) is not { } checks)
        {
            return StartedAgain(context, request);
        }

        (inspection, var content) = checks;
        var decision = await CallAsync<Decision>(context, nameof(DecideCase), new DecideInput(caseId, inspection, content));
        Log.Decided(logger, caseId, decision.Outcome, decision.Reason);

        if (request.Import is { } import && await AdoptAsync(context, import) is not CaseState.Inspecting and var state)
        {
            return Ended(context, logger, state);
        }

        return decision.Outcome is DecisionOutcome.Quarantine ? await QuarantineAsync(context, request, problem: null, logger)
            : LabelOrder.RequiredBy(decision) is not null ? await PublishWithRequiredLabelsAsync(context, request, logger)
            : Ended(context, logger, await CallAsync<CaseState>(context, nameof(Publish), caseId));
    }

    private static async Task<CaseState> QuarantineAsync(
        TaskOrchestrationContext context, ModerationRequest request, LabelProblem? problem, ILogger logger)
    {
        var state = await CallAsync<CaseState>(context, nameof(Quarantine), new QuarantineInput(context.InstanceId, problem));
        return state is CaseState.Quarantined || (state is CaseState.Published && request.Import is not null)
            ? await ReviewAsync(context, request, logger)
            : Ended(context, logger, state);
    }

    /// <summary>Lets the decision on a video of an import be carried out, if the import is to be applied.</summary>
    private static async Task<CaseState> AdoptAsync(TaskOrchestrationContext context, ImportOrder import) => import.Apply
        ? await CallAsync<CaseState>(context, nameof(AdoptVideo), new AdoptInput(context.InstanceId, import))
        : CaseState.Imported;

    /// <summary>Continues with a fresh history; what was done is found done.</summary>
    private static CaseState StartedAgain(TaskOrchestrationContext context, ModerationRequest request)
    {
        context.ContinueAsNew(request, preserveUnprocessedEvents: true);
        return CaseState.Inspecting;
    }

    /// <summary>
    /// Waits until earlier uploads of the same uploader leave the inspection. The case that leaves resumes the next one; the timer is for
    /// an event that was lost.
    /// </summary>
    /// <returns>False if the history grew long while waiting, and must start again.</returns>
    private static async Task<bool> WaitForTurnAsync(TaskOrchestrationContext context, string caseId, TimeSpan? wait)
    {
        for (var round = 0; wait is { } pause; round++)
        {
            if (round == RoundsPerHistory)
            {
                return false;
            }

            await EventOrTimer.WaitAsync(context, CaseOrchestration.Turn, context.CurrentUtcDateTime + pause);
            wait = (await CallAsync<InspectionTurn>(context, nameof(AwaitTurn), caseId)).Wait;
        }

        return true;
    }

    /// <returns>Null if the history grew long while waiting.</returns>
    private static async Task<InspectVideoOutput?> InspectAsync(
        TaskOrchestrationContext context, ModerationRequest request, HeldVideo held, ILogger logger)
    {
        if (request.Poisoned)
        {
            return InspectVideoOutput.Failed("The blob trigger gave up on this upload.");
        }

        try
        {
            var video = new InspectVideoInput(context.InstanceId, held);
            return await CallWithPlaceAsync<InspectVideoOutput>(context, nameof(InspectVideo), video);
        }
        catch (TaskFailedException exception)
        {
            return InspectVideoOutput.Failed(Failure(context, exception, logger));
        }
    }

    /// <summary>Calls a step that reads untrusted bytes until it has a place.</summary>
    /// <returns>Null after many rounds of waiting: the history must start again.</returns>
    private static async Task<T?> CallWithPlaceAsync<T>(TaskOrchestrationContext context, string activity, object input)
        where T : class, IAwaitsPlace
    {
        for (var round = 0; round < RoundsPerHistory; round++)
        {
            var result = await context.CallActivityAsync<T>(activity, input, Retries.Inspection());
            if (result.Wait is not { } wait)
            {
                return result;
            }

            await context.CreateTimer(wait, CancellationToken.None);
        }

        return null;
    }

    private static Task<T> CallAsync<T>(TaskOrchestrationContext context, string activity, object input) =>
        context.CallActivityAsync<T>(activity, input, Retries.UntilStorageAnswers);

    /// <summary>
    /// Gets why a step was abandoned, as recorded in the case. The host's message about a dead worker names only the function.
    /// </summary>
    private static string Failure(TaskOrchestrationContext context, TaskFailedException exception, ILogger logger)
    {
        if (!WorkerDeath.Caused(exception.FailureDetails))
        {
            return exception.FailureDetails.ErrorMessage;
        }

        Log.WorkerKilled(logger, context.InstanceId, InspectionRetries.MaxDeaths, exception.TaskName);
        return $"The worker process died {InspectionRetries.MaxDeaths} times in {exception.TaskName}.";
    }

    private static CaseState Ended(TaskOrchestrationContext context, ILogger logger, CaseState state)
    {
        context.SetCustomStatus(state.ToString());
        Log.Ended(logger, context.InstanceId, state);
        return state;
    }
}
