using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Serverless.Cases;
using Serverless.Safety;

namespace Serverless.Moderation;

public static partial class ModerateVideo
{
    /// <summary>Cases of this version go on as they began: their histories know no step that looks at content.</summary>
    private const string VersionBeforeContent = "1.0.0";

    /// <summary>Looks at what people see and read. What could not be looked at is said so, and decides nothing for the better.</summary>
    private static async Task<ContentChecks?> CheckContentAsync(
        TaskOrchestrationContext context, ModerationRequest request, Inspection inspection, ILogger logger)
    {
        if (inspection.Labels is null || context.Version is VersionBeforeContent)
        {
            return null;
        }

        var video = new LookRequest(context.InstanceId, request.Upload, inspection.Format);
        var labels = ReadLabelsAsync(context, video);
        var frames = CheckFramesAsync(context, video, logger);
        await Task.WhenAll(labels, frames);

        // The text in the picture is known only now.
        var framesChecked = await frames;
        var texts = framesChecked?.Outage is null ? await AskAsync(context, nameof(AnalyzeText), logger) : null;
        return new(await labels, framesChecked, texts);
    }

    private static async Task<ExplicitLabelSummary> ReadLabelsAsync(TaskOrchestrationContext context, LookRequest video)
    {
        try
        {
            return await context.CallActivityAsync<ExplicitLabelSummary>(nameof(ReadExplicitLabels), video, Retries.Inspection);
        }
        catch (TaskFailedException exception)
        {
            return new() { Compliance = ExplicitLabel.Undecodable, Problems = [exception.FailureDetails.ErrorMessage] };
        }
    }

    /// <returns>Null when there is no frame to ask about.</returns>
    private static async Task<SafetyCheck?> CheckFramesAsync(TaskOrchestrationContext context, LookRequest video, ILogger logger)
    {
        try
        {
            var sampled = await context.CallActivityAsync<int>(nameof(SampleFrames), video, Retries.Inspection);
            return sampled == 0 ? null : await AskAsync(context, nameof(AnalyzeFrames), logger);
        }
        catch (TaskFailedException)
        {
            return null;
        }
    }

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
