namespace VideoGate.LibraryImports;

/// <summary>Input of the orchestration <c>RunImport</c> and of its steps.</summary>
/// <param name="Failure">Set to end the import as failed instead.</param>
public sealed record ImportStep(string ImportId, string? Failure = null);
