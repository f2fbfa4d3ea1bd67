using AiLabels.Reports;
using VideoGate.Http;

namespace VideoGate.LibraryImports;

/// <summary>The columns of a report as CSV.</summary>
internal static class ImportReportCsv
{
    private static readonly (string Name, Func<ImportRow, string> Cell)[] Columns =
    [
        ("caseId", row => row.CaseId),
        ("name", row => row.Name ?? ""),
        ("change", row => CamelCase.Name(row.Change)),
        ("outcome", row => row.Outcome ?? ""),
        ("reason", row => row.Reason ?? ""),
        ("notices", row => row.Notices ?? ""),
        ("label", row => row.Label ?? ""),
        ("state", row => row.State is { } state ? CamelCase.Name(state) : ""),
    ];

    public static string Write(IEnumerable<ImportRow> rows) => Csv.Write(Columns, rows);
}
