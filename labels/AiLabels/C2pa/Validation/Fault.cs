namespace AiLabels.C2pa.Validation;

/// <summary>A check that failed.</summary>
/// <param name="Code">Status code of the C2PA specification.</param>
/// <param name="Message">One clause for people, without full stop.</param>
internal sealed record Fault(string Code, string Message);
