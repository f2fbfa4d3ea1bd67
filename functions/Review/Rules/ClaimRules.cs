using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Rules;

/// <summary>Rules of claiming, releasing and handing over reviews. Pure.</summary>
internal static class ClaimRules
{
    /// <param name="takeOver">The caller is allowed to, and requests to, take over another moderator's claim.</param>
    public static TransitionResult Claim(StoredCase current, ReviewCommand command, TimeSpan lease, bool takeOver)
    {
        if ((ReviewGuards.Check(current, command) ?? ReviewRules.Impartial(current.Case.Review!, command.By)) is { } refused)
        {
            return refused;
        }

        var review = current.Case.Review!;
        var held = review.Claim is { } claim && claim.IsHeldAt(command.At) ? claim : null;
        var expiresAt = command.At + lease;
        if (held is null)
        {
            return Give(current, command, new ReviewClaim(command.By, command.At, expiresAt), AuditEventTypes.ReviewClaimed.Name, []);
        }

        if (held.Holder == command.By)
        {
            return new TransitionResult.Applied(current.Case with { Review = review with { Claim = held with { ExpiresAt = expiresAt } } });
        }

        return takeOver
            ? Give(current, command, new ReviewClaim(command.By, command.At, expiresAt), AuditEventTypes.ReviewTakenOver.Name,
                new() { ["from"] = held.Holder })
            : ReviewGuards.Claimed(held);
    }

    /// <summary>Releases the caller's claim, if any.</summary>
    public static TransitionResult Release(StoredCase current, ReviewCommand command) =>
        ReviewGuards.Check(current, command) ?? (current.Case.Review switch
        {
            { Claim: { } claim } when claim.Excludes(command.By, command.At) => ReviewGuards.Claimed(claim),
            { Claim: { } claim } review when claim.Holder == command.By && claim.IsHeldAt(command.At) =>
                new TransitionResult.Applied(
                    command.Apply(current.Case, review with { Claim = null }, AuditEventTypes.ReviewReleased.Name, [])),
            _ => new TransitionResult.Unchanged(),
        });

    /// <summary>Transfers the claim to another moderator, with a full lease.</summary>
    /// <param name="mayTake">The caller need not hold the claim.</param>
    public static TransitionResult HandOver(StoredCase current, ReviewCommand command, string to, TimeSpan lease, bool mayTake)
    {
        if (ReviewGuards.Check(current, command) is { } refused)
        {
            return refused;
        }

        var review = current.Case.Review!;
        if (review.Claim is { } claim && claim.Excludes(command.By, command.At) && !mayTake)
        {
            return claim.Holder == to ? new TransitionResult.Unchanged() : ReviewGuards.Claimed(claim);
        }

        if (current.Case.Submission.Uploader == to)
        {
            return ReviewGuards.Reject(Problems.OwnUpload.Because("That moderator uploaded this video."));
        }

        return ReviewRules.Impartial(review, to)
            ?? Give(current, command, new ReviewClaim(to, command.At, command.At + lease), AuditEventTypes.ReviewHandedOver.Name,
                new() { ["to"] = to });
    }

    private static TransitionResult.Applied Give(
        StoredCase current, ReviewCommand command, ReviewClaim claim, string type, Dictionary<string, string> data) =>
        new(command.Apply(current.Case, current.Case.Review! with { Claim = claim }, type, data));
}
