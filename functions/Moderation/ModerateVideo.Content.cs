using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Serverless.Cases;
using Serverless.Safety;

namespace Serverless.Moderation;

public static partial class ModerateVideo
{
    /// <summary>Cases of this version go on as they began: their histories know no step that looks at content.</summary>
    private const string VersionBeforeContent = "1.0.0";

    /// <summary>Cases of this version decoded their video twice, and go on so.</summary>
    private const string VersionBeforeOneLook = "1.1.0";

    /// <summary>Looks at what people see, hear and read. What could not be looked at is said so, and decides nothing for the better.</summary>
    private static async Task<ContentChecks?> CheckContentAsync(
        TaskOrchestrationContext context, ModerationRequest request, Inspection inspection, ILogger logger)
    {
        if (inspection.Labels is null || context.Version is VersionBeforeContent)
        {
            return null;
        }

        var video = new LookRequest(context.InstanceId, request.Upload, inspection.Format);
        if (context.Version is VersionBeforeOneLook)
        {
            return await CheckContentInTwoLooksAsync(context, video, logger);
        }

        var seen = await LookAsync(context, video);
        var frames = seen.Frames == 0 ? null : await AskAsync(context, nameof(AnalyzeFrames), logger);
        return new(seen.ExplicitLabel, frames, await AskAboutTextsAsync(context, frames, logger), seen.AudioLabel);
    }

    private static async Task<LookedAt> LookAsync(TaskOrchestrationContext context, LookRequest video)
    {
        try
        {
            return await context.CallActivityAsync<LookedAt>(nameof(LookAtVideo), video, Retries.Inspection);
        }
        catch (TaskFailedException exception)
        {
            return LookedAt.Nothing(exception.FailureDetails.ErrorMessage);
        }
    }

    /// <summary>After the frames, for one patience is enough for both.</summary>
    private static async Task<SafetyCheck?> AskAboutTextsAsync(TaskOrchestrationContext context, SafetyCheck? frames, ILogger logger) =>
        frames?.Outage is null ? await AskAsync(context, nameof(AnalyzeText), logger) : null;

    /// <summary>Asks content safety until it answers or the policy's patience ends.</summary>
    private static async Task<SafetyCheck> AskAsync(TaskOrchestrationContext context, string activity, ILogger logger)
    {
        var began = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            var check = await TryToAskAsync(context, activity);
            if (check.Outage is not { } outage)
            {
                return check;
            }

            var wait = Retries.Interval(attempt) is var usual && outage.RetryAfter > usual ? outage.RetryAfter.Value : usual;
            if (context.CurrentUtcDateTime + wait > began + outage.Patience)
            {
                Log.SafetyUnavailable(logger, context.InstanceId, outage.Reason);
                return check;
            }

            Log.SafetyAway(logger, context.InstanceId, wait, outage.Reason);
            await context.CreateTimer(wait, CancellationToken.None);
        }
    }

    private static async Task<SafetyCheck> TryToAskAsync(TaskOrchestrationContext context, string activity)
    {
        try
        {
            return await context.CallActivityAsync<SafetyCheck>(activity, context.InstanceId, Retries.Inspection);
        }
        catch (TaskFailedException exception)
        {
            return SafetyCheck.Failed(exception.FailureDetails.ErrorMessage);
        }
    }
}
