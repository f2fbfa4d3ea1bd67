using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Serverless.Cases;
using Serverless.Safety;

namespace Serverless.Moderation;

public static partial class ModerateVideo
{
    /// <summary>How version 1.1.0 looked at content: step by step as its histories have it.</summary>
    private static async Task<ContentChecks> CheckContentInTwoLooksAsync(TaskOrchestrationContext context, LookRequest video, ILogger logger)
    {
        var labels = ReadLabelsAsync(context, video);
        var frames = CheckFramesAsync(context, video, logger);
        await Task.WhenAll(labels, frames);
        var framesChecked = await frames;
        return new(await labels, framesChecked, await AskAboutTextsAsync(context, framesChecked, logger));
    }

    private static async Task<ExplicitLabelSummary> ReadLabelsAsync(TaskOrchestrationContext context, LookRequest video)
    {
        try
        {
            return await context.CallActivityAsync<ExplicitLabelSummary>(nameof(ReadExplicitLabels), video, Retries.Inspection);
        }
        catch (TaskFailedException exception)
        {
            return LookedAt.Nothing(exception.FailureDetails.ErrorMessage).ExplicitLabel;
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
}
