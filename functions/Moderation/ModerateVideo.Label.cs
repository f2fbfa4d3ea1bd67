using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Publishing;
using VideoGate.Review.Steps;

namespace VideoGate.Moderation;

public static partial class ModerateVideo
{
    /// <returns>
    /// The state in which the case ended; or null if the review continues: the label could not be applied, or other videos are labelled.
    /// </returns>
    /// <remarks>
    /// Labels only after the undo window: otherwise an undo would have to return the original while the published video is a copy.
    /// </remarks>
    private static async Task<CaseState?> PublishWithLabelAsync(TaskOrchestrationContext context, string caseId, ILogger logger)
    {
        var labelled = await LabelAsync(context, caseId, logger);
        if (labelled.Wait is { } wait)
        {
            await context.CreateTimer(wait, CancellationToken.None);
            return null;
        }

        if (labelled.Problem is { } problem)
        {
            await context.CallActivityAsync(nameof(ReturnToReview), new LabelFailure(caseId, problem), Retries.UntilStorageAnswers);
            return null;
        }

        return await CallAsync<CaseState>(context, nameof(PublishLabelled), caseId);
    }

    /// <summary>Publishes a copy with the labels that the policies require, or quarantines the video if it cannot be made.</summary>
    private static async Task<CaseState> PublishWithRequiredLabelsAsync(
        TaskOrchestrationContext context, ModerationRequest request, ILogger logger)
    {
        for (var round = 0; round < RoundsPerHistory; round++)
        {
            var labelled = await LabelAsync(context, context.InstanceId, logger);
            if (labelled.Wait is { } wait)
            {
                await context.CreateTimer(wait, CancellationToken.None);
                continue;
            }

            return labelled.Problem is { } problem
                ? await QuarantineAsync(context, request, problem, logger)
                : Ended(context, logger, await CallAsync<CaseState>(context, nameof(PublishLabelled), context.InstanceId));
        }

        return StartedAgain(context, request with { InLabelling = true });
    }

    private static async Task<LabelledVideo> LabelAsync(TaskOrchestrationContext context, string caseId, ILogger logger)
    {
        try
        {
            return await context.CallActivityAsync<LabelledVideo>(nameof(LabelVideo), caseId, Retries.Inspection());
        }
        catch (TaskFailedException exception)
        {
            return new(new LabelProblem("failed", Failure(context, exception, logger)));
        }
    }
}
