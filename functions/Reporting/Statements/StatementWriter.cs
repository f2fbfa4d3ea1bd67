using System.Globalization;
using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Reporting.Statements;

/// <summary>
/// Writes statements of reasons. Pure. About a person's decision they state the reason, the time, and that a person made it, never who.
/// </summary>
internal static class StatementWriter
{
    /// <returns>The statement, or null if there is no decision about the video.</returns>
    public static Statement? Write(ModerationCase decided, Policy policy, StatementTexts texts)
    {
        if (decided is not { State: CaseState.Published or CaseState.Quarantined or CaseState.Rejected, Decision: { } decision })
        {
            return null;
        }

        var isWaiting = decided.State is CaseState.Quarantined && !Takedown.IsInForce(decided);
        var transition = isWaiting ? null : decided.Review?.Decision;
        var effect = texts[Effect(decided)];
        string[] facts = [.. Facts(decided, decision, texts)];
        var ground = Ground(decision, decided.Withheld, transition, policy, texts);
        var byPerson = transition is { DecidedBy: not Actors.Policy };
        var automation = new StatementAutomation(true, !byPerson, texts[byPerson ? "automation.moderator" : "automation.policy"]);
        var redress = Redress(decided, policy, texts);
        string[] paragraphs =
            [effect, string.Join(' ', facts), ground.Explanation, Describe(ground, texts), automation.Explanation, redress.Explanation];
        return new(
            decided.CaseId, texts.Language, decided.State, transition?.DecidedAt ?? decision.DecidedAt, effect, facts, ground, automation,
            redress,
            string.Join("\n\n", paragraphs));
    }

    private static string Effect(ModerationCase decided) =>
        Takedown.IsInForce(decided) ? "effect.takenDown"
        : PublishedNotices.Of(decided).Count > 0 ? "effect.publishedWithNotice"
        : $"effect.{CamelCase.Name(decided.State)}";

    private static IEnumerable<string> Facts(ModerationCase decided, Decision decision, StatementTexts texts)
    {
        yield return texts[$"origin.{CamelCase.Name(decision.Origin)}"];
        if ((decided.Labels?.Generator ?? decided.ExplicitLabel?.Generator) is { } generator)
        {
            yield return texts["generator", generator];
        }

        yield return texts[$"declaration.{CamelCase.Name(decided.Submission.Declaration)}"];
        if (decided.Labels?.Credentials is CredentialIntegrity.Broken)
        {
            yield return texts["credentials.broken"];
        }

        if (decision.Rules.Any(rule => rule.Evidence.ContainsKey("detector")))
        {
            yield return texts["detector"];
        }

        if (decided.ExplicitLabel is { Compliance: not ExplicitLabelCompliance.NotChecked } seen)
        {
            yield return texts[$"explicitLabel.{CamelCase.Name(seen.Compliance)}"];
            if (seen.Labels is [var best, ..])
            {
                yield return texts["label.seen", best.Text];
            }
        }

        // Omits location and severity, which would help uploaders to stay below the thresholds.
        if (decided.Safety is { State: SafetyState.Unsafe } safety)
        {
            yield return texts["safety.unsafe",
                string.Join(", ", safety.UnsafeCategories.Select(category => texts[$"category.{CamelCase.Name(category)}"]))];
        }
        else if (decided.Safety is { State: SafetyState.Unavailable })
        {
            yield return texts["safety.unavailable"];
        }

        yield return Takedown.IsInForce(decided) && decided.Takedown is { } order
            ? texts[order.Kind is "house-rules" ? "source.house" : "source.takedown", Minute(order.ReceivedAt)]
            : texts["source"];
    }

    private static StatementGround Ground(
        Decision decision, string? withheld, ReviewDecision? transition, Policy policy, StatementTexts texts)
    {
        var reason = transition?.ReasonCode ?? withheld ?? decision.Reason;
        var rule = decision.Rules is [var first, ..] && policy.Rules.Any(rule => rule.Id == first.Id) ? first : null;
        return new(reason, Explain(reason, policy, texts), rule?.Id, rule?.Clause, policy.Pin, policy.Title, policy.Source);
    }

    private static string Explain(string reason, Policy policy, StatementTexts texts) =>
        texts.Has($"reason.{reason}") ? texts[$"reason.{reason}"]
        : policy.Review.Reasons.FirstOrDefault(code => code.Code == reason) is { } titled
            ? titled.Title
        : texts["reason.other", reason];

    private static string Describe(StatementGround ground, StatementTexts texts)
    {
        var policy = ground.Policy.Version;
        var described = ground.Rule is null
            ? texts["ground.policy", ground.PolicyTitle, policy, ground.PolicySource]
            : texts["ground.rule", ground.Rule, ground.PolicyTitle, policy, ground.PolicySource];
        return ground.Clause is null ? described : $"{described} {texts["ground.clause", ground.Clause]}";
    }

    private static StatementRedress Redress(ModerationCase decided, Policy policy, StatementTexts texts) => decided switch
    {
        { Review.InPlace: true, Review: { Decision: null } review } => new(texts["redress.waiting", Minute(review.DueAt)]),
        _ when policy.HasReview && policy.Review.NoticeAppealUntil(decided) is { } until =>
            Appeal($"/api/cases/{decided.CaseId}/appeals", until, texts),
        { State: CaseState.Published } => new(texts["redress.none"]),
        { State: CaseState.Quarantined, Review: { Decision: null } review } => new(texts["redress.waiting", Minute(review.DueAt)]),
        { Review.Decision.AppealUntil: { } until } => Appeal($"/api/cases/{decided.CaseId}/appeals", until, texts),
        _ => new(texts["redress.other"]),
    };

    private static StatementRedress Appeal(string path, DateTimeOffset until, StatementTexts texts) =>
        new($"{texts["redress.appeal", path, Minute(until)]} {texts["redress.other"]}", path, until);

    private static string Minute(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
