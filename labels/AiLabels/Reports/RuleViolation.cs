namespace AiLabels.Reports;

/// <summary>A rule of the specification that content credentials violate.</summary>
/// <param name="Code">Status code of the C2PA specification, such as <c>assertion.action.malformed</c>.</param>
/// <param name="Message">One human-readable clause, without full stop.</param>
public sealed record RuleViolation(string Code, string Message);
