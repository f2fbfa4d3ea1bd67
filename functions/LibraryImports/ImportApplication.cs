namespace VideoGate.LibraryImports;

/// <summary>Body of <c>POST /imports/{importId}/apply</c>.</summary>
/// <param name="Quarantine">
/// Whether videos that the policies quarantine leave the published ones; null for what the import was started with.
/// </param>
internal sealed record ImportApplication(bool? Quarantine = null);
