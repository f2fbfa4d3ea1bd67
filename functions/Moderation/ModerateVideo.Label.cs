using Microsoft.DurableTask;
using Serverless.Cases;
using Serverless.Publishing.Labelling;

namespace Serverless.Moderation;

public static partial class ModerateVideo
{
    /// <returns>The state in which the case ended; null when the label could not be given and the review goes on.</returns>
    /// <remarks>No version is asked: a history in which this verdict stands was written by code that knows it.</remarks>
    private static async Task<CaseState?> PublishWithLabelAsync(TaskOrchestrationContext context)
    {
        if (await LabelAsync(context) is { } problem)
        {
            await context.CallActivityAsync(nameof(ReturnToReview), new LabelFailure(context.InstanceId, problem), Retries.UntilStorageAnswers);
            return null;
        }

        return await CallAsync<CaseState>(context, nameof(PublishLabelled), context.InstanceId);
    }

    private static async Task<LabelProblem?> LabelAsync(TaskOrchestrationContext context)
    {
        try
        {
            return (await context.CallActivityAsync<LabelledVideo>(nameof(LabelVideo), context.InstanceId, Retries.Inspection)).Problem;
        }
        catch (TaskFailedException exception)
        {
            return new("failed", exception.FailureDetails.ErrorMessage);
        }
    }
}
