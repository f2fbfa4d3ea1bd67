namespace VideoGate.LibraryImports;

/// <summary>Result of a step of an import.</summary>
/// <param name="Until">When to go on; null if the import has ended.</param>
public sealed record ImportPause(DateTimeOffset? Until);
