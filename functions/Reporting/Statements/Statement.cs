using VideoGate.Cases;

namespace VideoGate.Reporting.Statements;

/// <summary>Why a video was treated as it was, for whoever uploaded it: what article 17(3) of the Digital Services Act asks for.</summary>
/// <param name="Language">Translate all texts but the policy's own.</param>
/// <param name="Text">The whole as paragraphs of plain text.</param>
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
/// <param name="Explanation">What the code means.</param>
/// <param name="Rule">Id of the rule of the policy; null when no rule but the policy as a whole decided.</param>
/// <param name="Clause">The clause that the rule carries out.</param>
internal sealed record StatementGround(
    string Reason, string Explanation, string? Rule, string? Clause, PolicyVersion Policy, string PolicyTitle, string PolicySource);

/// <param name="Detection">Whether automated means found what the decision rests on.</param>
/// <param name="Decision">Whether they decided.</param>
internal sealed record StatementAutomation(bool Detection, bool Decision, string Explanation);

/// <param name="Appeal">Path to send an appeal to; null when there is nothing to appeal against, or no appeal.</param>
internal sealed record StatementRedress(string Explanation, string? Appeal = null, DateTimeOffset? AppealUntil = null);
