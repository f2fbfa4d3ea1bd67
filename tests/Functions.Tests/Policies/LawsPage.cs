using System.Globalization;
using System.Text;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Policies;

namespace VideoGate.Tests.Policies;

/// <summary>Writes <c>docs/laws.md</c> from the policies.</summary>
internal static class LawsPage
{
    public static string Of(IReadOnlyList<Policy> policies)
    {
        var page = new StringBuilder("""
            # What the laws ask, and what the gate does

            Generated from `functions/Policies/*.json`; a test holds it. The policy named by `Policies__Active` is asked for every upload.
            The policies of the audience's jurisdictions, given with the upload or set in `Policies__Jurisdictions`, are asked beside it:
            the strictest outcome wins, each decision is recorded in the case, and notices, labels and disclosures add up.

            Outcomes, the least strict first: `publish`; `publishWithNotice` (the platform shows the notice that
            `GET /api/published/{caseId}/disclosure` returns); `publishWithLabel` (a copy with a label over its picture); `quarantine`.
            `record` decides nothing: the case names the rule, and viewers may get a disclosure. A rule that "writes the AIGC label"
            publishes a copy with the label of GB 45438-2025 annex E in its metadata: the picture is untouched. The workflow makes such
            copies itself and reads them before anyone sees them; what cannot be labelled, or would lose a label or the content credentials
            of the upload, goes to quarantine (`label-failed`, `label-lost`, `provenance-stripped`).

            How well a clause is known: `official` text read, `quoted` text or an agreeing second source read, `summary` only, `draft`, or
            `house` for a rule of the platform. This page is no legal advice.

            """);
        foreach (var policy in policies.OrderBy(policy => policy.Jurisdiction ?? "~").ThenBy(policy => policy.Id, StringComparer.Ordinal))
        {
            Write(page, policy);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, Policy policy)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"\n## {policy.Title}\n");
        page.AppendLine(CultureInfo.InvariantCulture, $"`{policy.Id}` {policy.Version}: {Where(policy)}.\n\n{policy.Source}.\n");
        page.AppendLine("| if | the gate does | reason | clause | known by | from |\n|---|---|---|---|---|---|");
        foreach (var rule in policy.Rules)
        {
            string[] cells =
            [
                When(rule), Then(rule), $"`{rule.Verdict.Reason}`", string.Join(": ", new[] { rule.Source, rule.Clause }.OfType<string>()),
                rule.Grade is { } grade ? CamelCase.Name(grade) : "", Dates(rule),
            ];
            page.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |");
        }

        var (outcome, reason) = policy.Otherwise;
        page.AppendLine(CultureInfo.InvariantCulture, $"| otherwise | {CamelCase.Name(outcome)} | `{reason}` | | | |");
    }

    private static string Where(Policy policy) => policy switch
    {
        { IsDraft: true } => $"{policy.Jurisdiction}, a draft: off unless `Policies__Drafts` names it",
        { Jurisdiction: { } place } => place,
        _ => "a house policy: asked only if it is the active one",
    };

    private static string When(PolicyRule rule) => rule.When.Count == 0
        ? "always"
        : string.Join("; ", rule.When.Select(condition => $"{condition.Key}: {string.Join(", ", condition.Value)}"));

    private static string Then(PolicyRule rule) => string.Concat(
        rule.RecordsOnly ? "record" : CamelCase.Name(rule.Verdict.Outcome),
        rule.Notice is { } notice
            ? $"{(rule.Verdict.Outcome is DecisionOutcome.Quarantine ? "; if approved" : "")}: {Words(notice)}"
            : "",
        rule.Label is { Metadata: true } ? "; writes the AIGC label" : "",
        rule.Label is { Span: { } span } label ? $"; burns in a label {Words(span)}{(label.Text is null ? "" : $" with {label.Text}")}" : "",
        rule.Disclosures is [] ? "" : $": discloses {string.Join(", ", rule.Disclosures.Select(CamelCase.Name))}");

    private static string Words(LabelSpan span) => span is LabelSpan.Start ? "at the start" : "throughout";

    private static string Words(Notice notice) =>
        $"\u201c{notice.Text["en"]}\u201d, {CamelCase.Name(notice.Placement)}, {CamelCase.Name(notice.Time)}";

    private static string Dates(PolicyRule rule) => (rule.EffectiveFrom, rule.EffectiveUntil) switch
    {
        (null, null) => "",
        ({ } from, null) => Day(from),
        (null, { } until) => $"until {Day(until)}",
        ({ } from, { } until) => $"{Day(from)} until {Day(until)}",
    };

    private static string Day(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
