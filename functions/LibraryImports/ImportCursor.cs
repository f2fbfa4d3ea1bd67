namespace VideoGate.LibraryImports;

/// <summary>Start of the next page of a report. Opaque to clients but not secret.</summary>
/// <param name="Marker">The service's continuation marker.</param>
internal sealed record ImportCursor(string Marker);
