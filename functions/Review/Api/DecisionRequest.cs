using System.Text.Json.Nodes;
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
        (Validate(policy) ?? Contradiction(current.Case, policy)) is { } invalid
            ? ReviewGuards.Reject(invalid)
            : ReviewRules.Judge(current, command, By(command.By, headers, command.At, policy), policy);

    /// <summary>Gets the labels that a valid decision leads to: ordered, or added by the laws to an approval; null for none.</summary>
    public LabelOrder? Order(ModerationCase judged, ReviewPolicy policy, bool hasCode) =>
        LabelDuty.Add(judged, By("", new(default, ""), default, policy), hasCode).Label;

    /// <summary>Gets the decision of a valid request.</summary>
    public ReviewDecision By(string subject, DecisionHeaders headers, DateTimeOffset now, ReviewPolicy policy) => new()
    {
        Verdict = Verdict!.Value,
        ReasonCode = ReasonCode!,
        LiftsNotices = policy.LiftsNotices(Verdict!.Value, ReasonCode!) ? true : null,
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
        var reasons = Verdict is { } verdict ? policy.ReasonsOf(verdict) : [];
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

    /// <returns>The problem with a valid request whose reason denies what was found in the video, or null.</returns>
    public ProblemResult? Contradiction(ModerationCase decided, ReviewPolicy policy)
    {
        if (decided.Review is null)
        {
            return null;
        }

        var facts = CaseDecision.FactsOf(decided);
        var reason = policy.ReasonsOf(Verdict!.Value).First(known => known.Code == ReasonCode);
        return reason.Fits(facts) ? null : Problems.ReasonContradicted
            .Because($"'{reason.Code}' ({reason.Title}) does not fit what was found: "
                + $"{string.Join("; ", reason.Tested(facts).Select(fact => $"{fact.Key} is {fact.Value}"))}.")
            .With("found", new JsonObject(reason.Tested(facts).Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)fact.Value))))
            .With("fitting", new JsonArray([.. policy.ReasonsOf(Verdict.Value, facts).Select(fitting => (JsonNode)fitting.Code)]));
    }
}
