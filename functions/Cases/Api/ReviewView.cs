using VideoGate.Access;

namespace VideoGate.Cases.Api;

/// <summary>A review as returned by the API. Uploaders get the fields that concern them, without names.</summary>
/// <param name="Claim">Staff only, as are <paramref name="Held"/> and every name and note.</param>
internal sealed record ReviewView(
    ReviewState State,
    int Round,
    DateTimeOffset OpenedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? RemindedAt,
    DateTimeOffset? EscalatedAt,
    ReviewClaim? Claim,
    ReviewInformationView? Information,
    ReviewDecisionView? Held,
    ReviewDecisionView? Decision,
    ReviewAppeal? Appeal,
    IReadOnlyList<PastRoundView> Past)
{
    public static ReviewView Of(CaseReview review, Caller caller) => new(
        review.State,
        review.Round,
        review.OpenedAt,
        review.DueAt,
        review.RemindedAt,
        review.EscalatedAt,
        caller.IsStaff ? review.Claim : null,
        review.Information is { } information ? ReviewInformationView.Of(information, caller) : null,
        caller.IsStaff && review.Held is { } held ? ReviewDecisionView.Of(held, caller, review) : null,
        review.Decision is { } decision ? ReviewDecisionView.Of(decision, caller, review) : null,
        review.Appeal,
        [.. review.Past.Select(round => PastRoundView.Of(round, caller, review))]);
}

/// <param name="AskedBy">Staff only.</param>
internal sealed record ReviewInformationView(
    string Question, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? AnsweredAt, string? AskedBy)
{
    public static ReviewInformationView Of(ReviewInformation information, Caller caller) => new(
        information.Question, information.AskedAt, information.Answer, information.AnsweredAt, caller.IsStaff ? information.AskedBy : null);
}

/// <param name="Held">Waits for a second person; not yet in effect.</param>
/// <param name="Note">
/// Staff only, as are <paramref name="DecidedBy"/>, <paramref name="ConfirmedBy"/> and <paramref name="UndoUntil"/>.
/// </param>
internal sealed record ReviewDecisionView(
    ReviewVerdict Verdict,
    string ReasonCode,
    DateTimeOffset DecidedAt,
    bool Held,
    DateTimeOffset? AppealUntil,
    LabelOrder? Label = null,
    string? Note = null,
    string? DecidedBy = null,
    string? ConfirmedBy = null,
    DateTimeOffset? ConfirmedAt = null,
    DateTimeOffset? UndoUntil = null)
{
    /// <param name="review">The review of the decision.</param>
    public static ReviewDecisionView Of(ReviewDecision decision, Caller caller, CaseReview review)
    {
        var shown = new ReviewDecisionView(
            decision.Verdict, decision.ReasonCode, decision.DecidedAt, ReferenceEquals(decision, review.Held), decision.AppealUntil,
            decision.Label);
        return caller.IsStaff
            ? shown with
            {
                Note = decision.Note,
                DecidedBy = decision.DecidedBy,
                ConfirmedBy = decision.ConfirmedBy,
                ConfirmedAt = decision.ConfirmedAt,
                UndoUntil = decision.UndoUntil,
            }
            : shown;
    }
}

/// <param name="EndedBy">Staff only, as is <paramref name="Note"/>.</param>
internal sealed record PastRoundView(
    DateTimeOffset OpenedAt, ReviewDecisionView Decision, RoundEnding Ending, DateTimeOffset EndedAt, string? EndedBy, string? Note)
{
    public static PastRoundView Of(PastRound round, Caller caller, CaseReview review) => new(
        round.OpenedAt,
        ReviewDecisionView.Of(round.Decision, caller, review),
        round.Ending,
        round.EndedAt,
        caller.IsStaff ? round.EndedBy : null,
        caller.IsStaff ? round.Note : null);
}
