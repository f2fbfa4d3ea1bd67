namespace VideoGate.Local.Samples;

/// <summary>The part of <c>GET /api/cases/{caseId}</c> that is shown.</summary>
internal sealed record CaseView(
    string CaseId, string State, LabelsView? Labels, SeenView? ExplicitLabel, SafetyView? Safety, DecisionView? Decision, LocationView? Location)
{
    public bool Ended => State is not "inspecting";

    public string? Generator => Labels?.Generator ?? ExplicitLabel?.Generator;
}

internal sealed record LabelsView(string Origin, string? Generator, Dictionary<string, int> Findings);

internal sealed record SeenView(string Compliance, string? Generator, IReadOnlyList<SeenLabelView> Labels);

/// <param name="HeightShare">As a share of the picture's short side.</param>
/// <param name="FirstSeen">In seconds.</param>
/// <param name="Shown">In seconds.</param>
internal sealed record SeenLabelView(string Text, double HeightShare, double FirstSeen, double Shown);

internal sealed record SafetyView(string State, IReadOnlyList<string> UnsafeCategories);

internal sealed record DecisionView(string Outcome, string Reason, string Origin, IReadOnlyList<RuleView> Rules);

internal sealed record RuleView(string Id);

internal sealed record LocationView(string Container, string Name);
