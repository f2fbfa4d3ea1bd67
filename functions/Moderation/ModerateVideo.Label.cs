using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
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
