using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>Data of the event that records a policy's decision. Pure.</summary>
internal static class DecisionData
{
    public static Dictionary<string, string> Of(Decision decision) => new()
    {
        ["outcome"] = decision.Outcome.ToString(),
        ["reason"] = decision.Reason,
        ["rules"] = Rules(decision),
        ["policy"] = $"{decision.Policy.Id} {decision.Policy.Version} {decision.Policy.Hash}",
        ["laws"] = Laws(decision),
        ["notices"] = Notices(decision),
    };

    private static string Rules(Decision decision) => string.Join(' ', decision.Rules.Select(rule => rule.Id));

    private static string Laws(Decision decision) =>
        string.Join(' ', decision.Laws.Select(law => $"{law.Policy.Id}:{CamelCase.Name(law.Outcome)}:{law.Reason}"));

    private static string Notices(Decision decision) =>
        string.Join(' ', decision.Notices.Select(notice => $"{notice.Jurisdiction}:{CamelCase.Name(notice.Kind)}"));
}
