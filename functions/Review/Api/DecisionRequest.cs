using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary>Body of <c>POST /reviews/{caseId}/decisions</c>.</summary>
internal sealed record DecisionRequest
{
    public ReviewVerdict? Verdict { get; init; }

    /// <summary>One of the codes that the case's policy defines for this verdict.</summary>
    public string? ReasonCode { get; init; }

    public string? Note { get; init; }

    /// <summary>Only for an approval with label.</summary>
    public LabelOrder? Label { get; init; }

    /// <summary>Decides whether the decision may be made. Pure.</summary>
    public TransitionResult Judge(StoredCase current, ReviewCommand command, DecisionHeaders headers, ReviewPolicy policy) =>
        Validate(policy) is { } invalid
            ? ReviewGuards.Reject(invalid)
            : ReviewRules.Judge(current, command, By(command.By, headers, command.At) with
            {
                LiftsNotices = policy.LiftsNotices(Verdict!.Value, ReasonCode!) ? true : null,
            }, policy);

    /// <summary>Gets the decision of a valid request.</summary>
    public ReviewDecision By(string subject, DecisionHeaders headers, DateTimeOffset now) => new()
    {
        Verdict = Verdict!.Value,
        ReasonCode = ReasonCode!,
        Note = Note,
        Label = Label,
        DecidedBy = subject,
        DecidedAt = now,
        IdempotencyKey = headers.IdempotencyKey,
        RequestHash = RequestHash.Of(this, ReviewJson.Default.DecisionRequest),
    };

    /// <returns>All field errors, or null if there are none.</returns>
    public ProblemResult? Validate(ReviewPolicy policy)
    {
        var reasons = Verdict is ReviewVerdict.Reject ? policy.RejectReasons : policy.ApproveReasons;
        var errors = new FieldErrors();
        if (Verdict is null)
        {
            errors.Add("verdict", "approve, approveWithLabel or reject.");
        }
        else if (!reasons.Any(reason => reason.Code == ReasonCode))
        {
            errors.Add("reasonCode",
                $"One of the policy's reasons for this verdict: {string.Join(", ", reasons.Select(reason => reason.Code))}.");
        }

        if (Note?.Length > WrittenText.MaxLength)
        {
            errors.Add("note", $"At most {WrittenText.MaxLength} characters.");
        }

        LabelOrderRules.Check(Verdict, Label, errors);
        return errors.ToProblem();
    }
}
