using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Checks that moderators are never left without a reason: for each verdict some reason fits every case.</summary>
internal static class PolicyReasonAnalyzer
{
    public static void Check(IReadOnlyList<ReasonCode> reasons, string path, Action<string, string> report)
    {
        if (Cases().FirstOrDefault(facts => !reasons.Any(reason => reason.Fits(facts))) is { } left)
        {
            report(path, $"No reason fits a case with origin {CamelCase.Name(left.Origin)}, "
                + $"explicitLabel {CamelCase.Name(left.ExplicitLabel)} and safety {CamelCase.Name(left.Safety)}. Widen a condition, or add a reason without one.");
        }
    }

    private static IEnumerable<DecisionInput> Cases() =>
        from origin in Enum.GetValues<AiOrigin>()
        from seen in Enum.GetValues<ExplicitLabelCompliance>()
        from safety in Enum.GetValues<SafetyState>()
        from declaration in Enum.GetValues<Declaration>()
        select new DecisionInput(Labels(origin), seen, declaration, safety);

    private static LabelSummary Labels(AiOrigin origin) => new()
    {
        Origin = origin,
        Credentials = CredentialIntegrity.None,
        Signer = SignerTrust.None,
        Findings = new Dictionary<string, int>(),
        Problems = [],
        BytesRead = 0,
    };
}
