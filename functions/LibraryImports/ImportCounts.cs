using AiLabels.Reports;

namespace VideoGate.LibraryImports;

/// <summary>Counts of an import. Additions are pure.</summary>
public sealed record ImportCounts
{
    /// <summary>Blobs listed.</summary>
    public int Found { get; init; }

    /// <summary>Of these, blobs that a case owns already: they are not taken.</summary>
    public int Owned { get; init; }

    /// <summary>Videos by what the import would change about them.</summary>
    public IReadOnlyDictionary<string, int> Judged { get => field ?? new Dictionary<string, int>(); init; }

    /// <summary>Videos by what the import changed about them; empty before it is applied.</summary>
    public IReadOnlyDictionary<string, int> Applied { get => field ?? new Dictionary<string, int>(); init; }

    internal ImportCounts Add(IEnumerable<ImportRow> rows, bool applied) =>
        applied ? this with { Applied = Sum(Applied, rows) } : this with { Judged = Sum(Judged, rows) };

    private static SortedDictionary<string, int> Sum(IReadOnlyDictionary<string, int> counts, IEnumerable<ImportRow> rows)
    {
        var sum = new SortedDictionary<string, int>(counts.ToDictionary(), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var change = CamelCase.Name(row.Change);
            sum[change] = sum.GetValueOrDefault(change) + 1;
        }

        return sum;
    }
}
