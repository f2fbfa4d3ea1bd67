using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Publishing;
using VideoGate.Review.Steps;

namespace VideoGate.Moderation;

public static partial class ModerateVideo
{
    /// <summary>Waits per history before continue-as-new, which limits the history of a long wait.</summary>
    private const int RoundsPerHistory = 50;

    /// <summary>
    /// Waits until storage holds a decision. The external event only resumes the wait: the state is read from storage on the event and on
    /// every timer, therefore a lost or duplicate event changes nothing. A decision within its undo window is carried out at once; the
    /// orchestration stays alive until the window closes.
    /// </summary>
    private static async Task<CaseState> ReviewAsync(TaskOrchestrationContext context, ModerationRequest request, ILogger logger)
    {
        context.SetCustomStatus(nameof(CaseState.Quarantined));
        var caseId = request.CaseId ?? context.InstanceId;

        for (var round = 0; round < RoundsPerHistory; round++)
        {
            var step = await CallAsync<ReviewProgress>(context, nameof(AdvanceReview), caseId);
            if (step.AwaitsReturn)
            {
                if (await CallAsync<CaseState>(context, nameof(ReturnToQuarantine), caseId) is CaseState.Lost)
                {
                    return Ended(context, logger, CaseState.Lost);
                }

                context.SetCustomStatus(nameof(CaseState.Quarantined));
                continue;
            }

            if (step is { Verdict: ReviewVerdict.ApproveWithLabel, Revocable: false })
            {
                // Quarantined: the decision was revoked while it was carried out, or could not be; the review continues.
                if (await PublishWithLabelAsync(context, caseId, logger) is { } ended and not CaseState.Quarantined)
                {
                    return Ended(context, logger, ended);
                }

                continue;
            }

            if (step.Verdict is { } verdict and not ReviewVerdict.ApproveWithLabel)
            {
                var activity = verdict is ReviewVerdict.Approve ? nameof(Publish) : nameof(Reject);
                var state = await CallAsync<CaseState>(context, activity, caseId);
                if (state is CaseState.Quarantined)
                {
                    // Revoked while it was carried out: the review is read again at once, not at the end of the undo window.
                    continue;
                }

                if (!step.Revocable)
                {
                    return Ended(context, logger, state);
                }

                context.SetCustomStatus(state.ToString());
            }

            await EventOrTimer.WaitAsync(context, CaseOrchestration.Decided, step.LookAgainAt.UtcDateTime);
        }

        context.ContinueAsNew(request with { InReview = true }, preserveUnprocessedEvents: true);
        return CaseState.Quarantined;
    }
}
