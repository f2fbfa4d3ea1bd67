namespace Local.Samples;

/// <summary>The part of <c>GET /api/cases/{caseId}</c> that the table shows.</summary>
internal sealed record CaseView(string CaseId, string State, LabelsView? Labels, DecisionView? Decision, LocationView? Location)
{
    public bool Ended => State is not "inspecting";
}

internal sealed record LabelsView(string Origin, string? Generator, Dictionary<string, int> Findings);

internal sealed record DecisionView(string Outcome, string Reason, string Origin, IReadOnlyList<RuleView> Rules);

internal sealed record RuleView(string Id);

internal sealed record LocationView(string Container, string Name);
