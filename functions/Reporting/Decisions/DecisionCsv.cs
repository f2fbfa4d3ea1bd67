using System.Globalization;
using VideoGate.Audit;
using VideoGate.Http;

namespace VideoGate.Reporting.Decisions;

/// <summary>The columns of decisions as CSV.</summary>
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

    public static string Write(IEnumerable<ExportedDecision> decisions) => Csv.Write(Columns, decisions);

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
