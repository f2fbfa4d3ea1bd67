using System.Text;

namespace VideoGate.Http;

/// <summary>
/// Writes CSV (RFC 4180): lines end in CR LF, cells are quoted if needed, and spreadsheets interpret none as a formula.
/// </summary>
internal static class Csv
{
    public const string MediaType = "text/csv";
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    public static string Write<T>(IReadOnlyList<(string Name, Func<T, string> Cell)> columns, IEnumerable<T> rows)
    {
        var csv = new StringBuilder();
        Line(csv, columns.Select(column => column.Name));
        foreach (var row in rows)
        {
            Line(csv, columns.Select(column => column.Cell(row)));
        }

        return csv.ToString();
    }

    /// <summary>
    /// Prefixes a cell that a spreadsheet would interpret as a formula with an apostrophe (OWASP: CSV injection), full-width signs
    /// included.
    /// </summary>
    internal static string Inert(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? $"'{cell}" : cell;

    internal static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(cell => Quoted(Inert(cell)))).Append("\r\n");
}
