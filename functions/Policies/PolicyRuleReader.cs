using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;

namespace VideoGate.Policies;

/// <summary>Reads one rule of a policy file.</summary>
internal static class PolicyRuleReader
{
    private const string Record = "record";

    public static PolicyRule Read(PolicyNode rule)
    {
        rule.Expect(
            ["id", "when", "then", "reason"],
            "source", "clause", "grade", "effectiveFrom", "effectiveUntil", "notice", "label", "disclosures");
        var recordsOnly = rule["then"].Is(Record);
        return new(
            rule["id"].Identifier(),
            Optional(rule["clause"]),
            Condition(rule["when"]),
            recordsOnly ? new(DecisionOutcome.Publish, rule["reason"].Identifier()) : Outcome(rule, Enum.GetValues<DecisionOutcome>()),
            recordsOnly)
        {
            Source = Optional(rule["source"]),
            Grade = rule["grade"].IsAbsent ? null : rule["grade"].OneOf<SourceGrade>(),
            EffectiveFrom = rule["effectiveFrom"].Date(),
            EffectiveUntil = rule["effectiveUntil"].Date(),
            Notice = rule["notice"] is { IsAbsent: false } notice ? Notice(notice) : null,
            Label = rule["label"] is { IsAbsent: false } label ? Label(label) : null,
            Disclosures = [.. rule["disclosures"].Items().Select(item => item.OneOf<DisclosureItem>())],
        };
    }

    public static PolicyOutcome Outcome(PolicyNode node, params IReadOnlyList<DecisionOutcome> possible)
    {
        string[] names = [.. possible.Select(CamelCase.Name)];
        var index = names.IndexOf(node["then"].OneOf(possible.Count > 2 ? [.. names, Record] : names));
        return new(index < 0 ? default : possible[index], node["reason"].Identifier());
    }

    public static Dictionary<string, IReadOnlyList<string>> Condition(PolicyNode when)
    {
        when.Expect([], [.. Facts.ByName.Keys.Order()]);
        return when.Properties()
            .Where(condition => Facts.ByName.ContainsKey(condition.Name))
            .ToDictionary(condition => condition.Name, condition => Accepted(Facts.ByName[condition.Name], condition.Value));
    }

    private static IReadOnlyList<string> Accepted(Fact fact, PolicyNode values) =>
        [.. values.Items().Select(value => fact.Values is { } possible ? value.OneOf(possible)
            : fact.Name is "detector" ? value.DetectorCondition()
            : value.Text())];

    private static Notice Notice(PolicyNode notice)
    {
        notice.Expect(["kind", "placement", "time", "text"]);
        return new(
            notice["kind"].OneOf<NoticeKind>(),
            notice["placement"].OneOf<NoticePlacement>(),
            notice["time"].OneOf<NoticeTime>(),
            notice["text"].Expect(["en", "zh"], "hi", "ko", "vi").Properties()
                .ToDictionary(text => text.Name, text => text.Value.Text()));
    }

    private static RequiredLabel Label(PolicyNode label)
    {
        label.Expect([], "metadata", "span", "text");
        return new(label["span"].IsAbsent ? null : label["span"].OneOf<LabelSpan>(), Optional(label["text"]))
        {
            Metadata = label["metadata"].Flag(),
        };
    }

    private static string? Optional(PolicyNode node) => node.Text() is { Length: > 0 } text ? text : null;
}
