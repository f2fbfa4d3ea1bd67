using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Rules;

/// <summary>Checks that apply to every command, regardless of its action. Pure.</summary>
internal static class ReviewGuards
{
    /// <returns>The result of a command that must not be applied, or null if it may.</returns>
    public static TransitionResult? Check(StoredCase current, ReviewCommand command)
    {
        if (current.Case.Review is not { } review)
        {
            return Reject(Problems.NotInReview.Because($"The case is {CamelCase.Name(current.Case.State)}."));
        }

        return Repeated(review, command.Request)
            ?? State(review, command.Action)
            ?? Person(current.Case, review, command)
            ?? Version(current, command);
    }

    public static TransitionResult Reject(ProblemResult problem) => new TransitionResult.Rejected(problem);

    /// <returns>The refusal of a person who uploaded the video; null for others.</returns>
    public static TransitionResult? OwnUpload(ModerationCase judged, string by) =>
        judged.Submission.Uploader == by ? Reject(Problems.OwnUpload.Because("You uploaded this video.")) : null;

    private static TransitionResult? Repeated(CaseReview review, RequestIdentity? request)
    {
        var earlier = request is null ? null : review.Requests.FirstOrDefault(known => (known.By, known.Key) == (request.By, request.Key));
        return earlier is null ? null
            : earlier == request ? new TransitionResult.Unchanged()
            : Reject(Problems.IdempotencyKeyReused.Because("You used this key for another request about the case."));
    }

    private static TransitionResult? State(CaseReview review, ReviewAction action)
    {
        if (ReviewTransitions.Admits(review.State, action))
        {
            return null;
        }

        return review switch
        {
            { State: ReviewState.AwaitingConfirmation, Held: { } held } => Reject(Problems.AwaitingConfirmation
                .Because($"{held.DecidedBy} decided at {held.DecidedAt:O}: {CamelCase.Name(held.Verdict)}. A second person must confirm it.")
                .With("heldBy", held.DecidedBy)),
            { Decision: { } standing } when action is not ReviewAction.Undo => Reject(Problems.AlreadyDecided
                .Because($"{standing.DecidedBy} decided at {standing.DecidedAt:O}: {CamelCase.Name(standing.Verdict)}.")
                .With("decidedBy", standing.DecidedBy)
                .With("decidedAt", standing.DecidedAt)),
            _ => Reject(Problems.WrongState.Because($"The review is {CamelCase.Name(review.State)}.")
                .With("state", CamelCase.Name(review.State))),
        };
    }

    private static TransitionResult? Person(ModerationCase reviewed, CaseReview review, ReviewCommand command)
    {
        if (OwnUpload(reviewed, command.By) is { } own)
        {
            return own;
        }

        return review.Claim is { } claim && command.Action is not ReviewAction.Claim && claim.Excludes(command.By, command.At)
            ? Claimed(claim)
            : null;
    }

    public static TransitionResult Claimed(ReviewClaim claim) => Reject(Problems.Claimed
        .Because($"{claim.Holder} is working on it until {claim.ExpiresAt:O}.")
        .With("holder", claim.Holder)
        .With("expiresAt", claim.ExpiresAt));

    private static TransitionResult? Version(StoredCase current, ReviewCommand command) =>
        command.IfMatch is { } seen && seen != current.ETag ? Reject(Problems.Changed.Because("The case has a newer ETag.")) : null;
}
