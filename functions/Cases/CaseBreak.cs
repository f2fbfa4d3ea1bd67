namespace VideoGate.Cases;

/// <summary>The first place at which a case and its audit log disagree.</summary>
/// <param name="Sequence">Sequence of the first entry that is wrong, missing, or differs from the case.</param>
/// <param name="Fault">Stable identifier, such as <c>caseChanged</c>.</param>
/// <param name="Message">One human-readable sentence.</param>
public sealed record CaseBreak(long Sequence, string Fault, string Message, DateTimeOffset FoundAt);
