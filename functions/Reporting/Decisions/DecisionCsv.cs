using System.Globalization;
using System.Text;
using VideoGate.Audit;

namespace VideoGate.Reporting.Decisions;

/// <summary>
/// Writes decisions as CSV (RFC 4180): lines end in CR LF, cells are quoted if needed, and spreadsheets interpret none as a formula.
/// </summary>
internal static class DecisionCsv
{
    private static readonly (string Name, Func<ExportedDecision, string> Cell)[] Columns =
    [
        ("caseId", row => row.Entry.CaseId),
        ("sequence", row => Number(row.Entry.Sequence)),
        ("id", row => row.Entry.Id),
        ("at", row => UtcTimestamp.Format(row.Entry.At)),
        ("type", row => row.Entry.Type),
        ("actor", row => row.Entry.Actor),
        ("outcome", row => Datum(row, "outcome", "verdict")),
        ("reason", row => Datum(row, "reason", "reasonCode")),
        ("data", row => CanonicalJson.Object(row.Entry.Data.Select(datum => (datum.Key, CanonicalJson.Text(datum.Value))))),
        ("texts", row => CanonicalJson.Object(row.Texts.Select(text => (text.Key, CanonicalJson.Text(text.Value))))),
        ("previousHash", row => row.Entry.PreviousHash),
        ("hash", row => row.Entry.Hash),
        ("chainValid", row => row.Chain.Valid ? "true" : "false"),
        ("chainBrokenAt", row => row.Chain.BrokenAt is { } broken ? Number(broken) : ""),
        ("headSequence", row => Number(row.Chain.HeadSequence)),
        ("headHash", row => row.Chain.HeadHash),
    ];

    public static string Write(IEnumerable<ExportedDecision> decisions)
    {
        var csv = new StringBuilder();
        Line(csv, Columns.Select(column => column.Name));
        foreach (var decision in decisions)
        {
            Line(csv, Columns.Select(column => column.Cell(decision)));
        }

        return csv.ToString();
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(cell => Quoted(Inert(cell)))).Append("\r\n");

    /// <summary>
    /// Prefixes a cell that a spreadsheet would interpret as a formula with an apostrophe (OWASP: CSV injection), full-width signs
    /// included.
    /// </summary>
    internal static string Inert(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? $"'{cell}" : cell;

    internal static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Datum(ExportedDecision row, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (row.Entry.Data.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return "";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
