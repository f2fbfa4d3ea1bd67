using System.Globalization;
using AiLabels.Cli.Terminal;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>Writes one row of comma-separated values (RFC 4180) for each file, under a header.</summary>
internal sealed class CsvOutput(TextWriter writer) : IReportOutput
{
    private static readonly string[] Columns =
        ["file", "origin", "generator", "credentials", "signer", "findings", "problems", "length", "bytesRead", "error"];

    private bool _hasHeader;

    public void Write(InspectedFile file)
    {
        WriteHeader();
        WriteRow(file.Report is { } report
            ?
            [
                file.Path, CamelCase.Name(report.Origin), report.Generator, CredentialSummary.Of(report.Credentials),
                report.Credentials.SignerName, Join(report.Findings.Select(static finding => CamelCase.Name(finding.Kind))),
                Join(report.Problems.Select(static problem => problem.Code)), Number(report.Length), Number(report.BytesRead),
                file.Failure?.ToString(),
            ]
            : [file.Path, .. Enumerable.Repeat<string?>(null, Columns.Length - 2), file.Failure!.ToString()]);
    }

    public void End() => WriteHeader();

    private void WriteHeader()
    {
        if (!_hasHeader)
        {
            _hasHeader = true;
            WriteRow(Columns);
        }
    }

    private void WriteRow(IEnumerable<string?> cells) =>
        writer.Write($"{string.Join(',', cells.Select(static cell => Cell(Visible.Text(cell ?? ""))))}\r\n");

    private static string Join(IEnumerable<string> words) => string.Join(' ', words.Distinct());

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Quotes a value where necessary. A spreadsheet must not take one for a formula: an apostrophe marks it as text.</summary>
    private static string Cell(string value)
    {
        var text = value.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(',', ';', '"')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
