namespace VideoGate.LibraryImports;

/// <summary>A page of the report of an import.</summary>
/// <param name="NextLink">Path of the next page, or null on the last page.</param>
internal sealed record ImportReportPage(IReadOnlyList<ImportRow> Videos, string? NextLink);
