using VideoGate.Cases;

namespace VideoGate.Reporting.Statements;

/// <summary>The statement of reasons to the uploader, as required by article 17(3) of the Digital Services Act.</summary>
/// <param name="Language">Language of all texts except the policy's own.</param>
/// <param name="Text">The complete statement as paragraphs of plain text.</param>
internal sealed record Statement(
    string CaseId,
    string Language,
    CaseState State,
    DateTimeOffset DecidedAt,
    string Effect,
    IReadOnlyList<string> Facts,
    StatementGround Ground,
    StatementAutomation Automation,
    StatementRedress Redress,
    string Text);

/// <param name="Reason">Reason code.</param>
/// <param name="Explanation">Meaning of the reason code.</param>
/// <param name="Rule">Id of the deciding rule, or null if the policy as a whole decided.</param>
/// <param name="Clause">The clause that the rule implements.</param>
internal sealed record StatementGround(
    string Reason, string Explanation, string? Rule, string? Clause, PolicyVersion Policy, string PolicyTitle, string PolicySource);

/// <param name="Detection">Whether the facts of the decision were detected by automated means.</param>
/// <param name="Decision">Whether the decision was automated.</param>
internal sealed record StatementAutomation(bool Detection, bool Decision, string Explanation);

/// <param name="Appeal">Path for an appeal, or null if there is nothing to appeal or no appeal is possible.</param>
internal sealed record StatementRedress(string Explanation, string? Appeal = null, DateTimeOffset? AppealUntil = null);
