using VideoGate.Cases;

namespace VideoGate.Erasures;

/// <summary>What an erasure leaves of a case: what was decided and why, without the person, their words and their video. Pure.</summary>
internal static class CaseErasure
{
    private const string Erased = "erased";

    /// <summary>Takes the case from its uploader, so that they cannot reopen it while its files are deleted.</summary>
    /// <returns>The case; unchanged if it was reopened meanwhile.</returns>
    public static ModerationCase Begin(ModerationCase said) =>
        said.ClosedAt is null ? said : said with { Submission = said.Submission with { Uploader = null } };

    public static ModerationCase Complete(ModerationCase said, DateTimeOffset at) => said.ClosedAt is null ? said : said with
    {
        Upload = said.Upload with { Name = $"{Erased}/{said.CaseId}", ContentType = null },
        Submission = new() { Declaration = said.Submission.Declaration, Pseudonym = said.Submission.Pseudonym },
        Location = null,
        Held = null,
        ContentFingerprint = null,
        ExplicitLabel = said.ExplicitLabel is { } seen ? seen with { Labels = [], Problems = [] } : null,
        Review = said.Review is { } review ? Complete(review, said.Submission.Pseudonym) : null,
        Takedown = said.Takedown is { } order ? order with { Reference = null, Note = null, DecisionNote = null } : null,
        Labelling = said.Labelling is { } labelling ? Complete(labelling) : null,
        Unlogged = [],
        TraceParent = null,
        TextKey = null,
        ErasedAt = at,
    };

    private static CaseReview Complete(CaseReview review, string? pseudonym) => review with
    {
        Information = review.Information is { } asked ? asked with { Question = "", Answer = asked.Answer is null ? null : "" } : null,
        Held = null,
        Decision = review.Decision is { } decision ? Complete(decision) : null,
        Appeal = review.Appeal is { } appeal ? appeal with { Text = "" } : null,
        Past =
        [
            .. review.Past.Select(round => round with
            {
                Decision = Complete(round.Decision),
                EndedBy = round.Ending is RoundEnding.Appealed ? pseudonym ?? Erased : round.EndedBy,
                Note = null,
            }),
        ],
        Requests = [],
    };

    // The hash is of a request with its note.
    private static ReviewDecision Complete(ReviewDecision decision) => decision with { Note = null, RequestHash = "" };

    private static LabellingResult Complete(LabellingResult labelling) => labelling with
    {
        Problem = labelling.Problem is { } problem ? problem with { Message = "" } : null,
        ExplicitLabel = labelling.ExplicitLabel is { } seen ? seen with { Labels = [], Problems = [] } : null,
        Original = null,
        Credentials = null,
        Signature = labelling.Signature is { Problem: { } unsigned } signature
            ? signature with { Problem = unsigned with { Message = "" } }
            : labelling.Signature,
    };
}
