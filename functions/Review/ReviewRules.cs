using AiLabels;
using Azure;
using Serverless.Access;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary>Decides about decisions. Pure.</summary>
internal static class ReviewRules
{
    /// <param name="ifMatch">Version of the case that the moderator looked at.</param>
    public static Ruling Judge(StoredCase current, ETag ifMatch, ReviewDecision decision)
    {
        var reviewed = current.Case;
        if (reviewed.Review is { Decision: { } standing })
        {
            return Compare(standing, decision);
        }

        if (reviewed is not { State: CaseState.Quarantined, Review: { } review } || !ReviewTransitions.IsLegal(review.State, ReviewState.Decided))
        {
            return Refuse(Problems.NotInReview.Because($"The case is {CamelCase.Name(reviewed.State)}."));
        }

        if (reviewed.Submission.Uploader == decision.DecidedBy)
        {
            return Refuse(Problems.OwnUpload.Because("You uploaded this video."));
        }

        return current.ETag == ifMatch
            ? new Ruling.Accepted(reviewed with { Review = review with { State = ReviewState.Decided, Decision = decision } })
            : Refuse(Problems.Changed.Because("The case has another ETag by now."));
    }

    private static Ruling Compare(ReviewDecision standing, ReviewDecision decision)
    {
        if ((standing.DecidedBy, standing.IdempotencyKey) != (decision.DecidedBy, decision.IdempotencyKey))
        {
            return Refuse(Problems.AlreadyDecided
                .Because($"{standing.DecidedBy} decided at {standing.DecidedAt:O}: {CamelCase.Name(standing.Verdict)}.")
                .With("decidedBy", standing.DecidedBy)
                .With("decidedAt", standing.DecidedAt));
        }

        return standing.RequestHash == decision.RequestHash
            ? new Ruling.Repeated()
            : Refuse(Problems.IdempotencyKeyReused.Because("You used this key for another decision about the case."));
    }

    private static Ruling.Refused Refuse(ProblemResult problem) => new(problem);
}
