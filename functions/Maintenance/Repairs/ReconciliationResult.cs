namespace VideoGate.Maintenance.Repairs;

/// <summary>The result of a run.</summary>
/// <param name="Examined">Number of uploads, quarantined videos, queued reviews and cases checked.</param>
/// <param name="Repaired">Number of repaired inconsistencies by kind.</param>
/// <param name="Failed">Number of remaining inconsistencies by kind.</param>
internal sealed record ReconciliationResult(
    long Examined, IReadOnlyDictionary<string, int> Repaired, IReadOnlyDictionary<string, int> Failed)
{
    /// <summary>Formats counts for the log: <c>lost-upload 2, review-row 1</c>, or <c>nothing</c>.</summary>
    public static string Describe(IReadOnlyDictionary<string, int> kinds) => kinds.Count == 0
        ? "nothing"
        : string.Join(", ", kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Value}"));
}
