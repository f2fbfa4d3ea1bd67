namespace AiLabels.C2pa.Validation;

/// <summary>A failed check.</summary>
/// <param name="Code">Status code of the C2PA specification.</param>
/// <param name="Message">One human-readable clause, without full stop.</param>
/// <param name="Url">JUMBF URI, in the manifest, of the box that it is about; null for the claim or its signature.</param>
internal sealed record Fault(string Code, string Message, string? Url = null);
