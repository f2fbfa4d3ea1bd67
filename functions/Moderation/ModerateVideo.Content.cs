using Microsoft.DurableTask;
using VideoGate.Cases;
using VideoGate.Detectors;
using Microsoft.Extensions.Logging;
using VideoGate.Cases.Orchestration;
using VideoGate.Safety;

namespace VideoGate.Moderation;

public static partial class ModerateVideo
{
    /// <summary>Checks picture, audio and text. Records checks that could not be done; a missing check never favours publication.</summary>
    /// <returns>
    /// The inspection, changed to failed if decoding the video kept killing the worker, and the checks, or null after a failed inspection.
    /// Null if the history grew long while all decoders were busy, and must start again.
    /// </returns>
    private static async Task<(InspectVideoOutput Inspection, ContentChecks? Content)?> CheckContentAsync(
        TaskOrchestrationContext context, OpenedCase opened, InspectVideoOutput inspection, ILogger logger)
    {
        var held = opened.Held!;
        if (inspection.Labels is null)
        {
            return (inspection, null);
        }

        AnalyzeVideoOutput? seen;
        try
        {
            var video = new AnalyzeVideoInput(context.InstanceId, held, inspection.Format);
            seen = await CallWithPlaceAsync<AnalyzeVideoOutput>(context, nameof(AnalyzeVideo), video);
            if (seen is null)
            {
                return null;
            }
        }
        catch (TaskFailedException exception) when (WorkerDeath.Caused(exception.FailureDetails))
        {
            // Not a finding such as "undecodable": that would leave the decision to the policy, and a policy may publish.
            return (InspectVideoOutput.Failed(Failure(context, exception, logger)), null);
        }
        catch (TaskFailedException exception)
        {
            seen = AnalyzeVideoOutput.Nothing(exception.FailureDetails.ErrorMessage);
        }

        var frames = seen.Frames == 0 ? null : await AskAsync(context, nameof(AnalyzeFrames), logger);
        var texts = await AskAboutTextsAsync(context, frames, logger);
        var detectors = opened.AskDetectors ? await AskDetectorsAsync(context, held) : null;
        return (inspection, new(seen.ExplicitLabel, frames, texts, seen.AudioLabel, detectors));
    }

    /// <summary>Asks external detectors until all have answered, or the time or the calls that the settings allow are used up.</summary>
    private static async Task<IReadOnlyList<DetectorResult>> AskDetectorsAsync(TaskOrchestrationContext context, HeldVideo held)
    {
        var began = context.CurrentUtcDateTime;
        IReadOnlyList<DetectorResult> results = [];
        for (var call = 1; ; call++)
        {
            var check = await context.CallActivityAsync<DetectorCheck>(
                nameof(AskDetectors), new DetectorInput(context.InstanceId, held, call, results), Retries.UntilStorageAnswers);
            results = check.Results;
            if (check.Wait is not { } wait || context.CurrentUtcDateTime + wait > began + check.MaxWait)
            {
                return results;
            }

            await context.CreateTimer(wait, CancellationToken.None);
        }
    }

    /// <summary>Runs after the frames: one wait covers an outage of the service for both.</summary>
    private static async Task<SafetyCheck?> AskAboutTextsAsync(TaskOrchestrationContext context, SafetyCheck? frames, ILogger logger) =>
        frames?.Outage is null ? await AskAsync(context, nameof(AnalyzeText), logger) : null;

    /// <summary>Calls Content Safety until it responds or the policy's maxWait elapses.</summary>
    private static async Task<SafetyCheck> AskAsync(TaskOrchestrationContext context, string activity, ILogger logger)
    {
        var began = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            var check = await TryToAskAsync(context, activity, logger);
            if (check.Outage is not { } outage)
            {
                return check;
            }

            var wait = Retries.Interval(attempt) is var usual && outage.RetryAfter > usual ? outage.RetryAfter.Value : usual;
            if (context.CurrentUtcDateTime + wait > began + outage.MaxWait)
            {
                Log.SafetyUnavailable(logger, context.InstanceId, outage.Reason);
                return check;
            }

            Log.SafetyAway(logger, context.InstanceId, wait, outage.Reason);
            await context.CreateTimer(wait, CancellationToken.None);
        }
    }

    private static async Task<SafetyCheck> TryToAskAsync(TaskOrchestrationContext context, string activity, ILogger logger)
    {
        try
        {
            return await context.CallActivityAsync<SafetyCheck>(activity, context.InstanceId, Retries.Inspection());
        }
        catch (TaskFailedException exception)
        {
            return SafetyCheck.Failed(Failure(context, exception, logger));
        }
    }
}
