namespace VideoGate.Maintenance.Repairs;

/// <summary>What came of a run.</summary>
/// <param name="Examined">Uploads, quarantined videos, queued reviews and cases that were looked at.</param>
/// <param name="Repaired">Inconsistencies that are no more, by kind.</param>
/// <param name="Failed">Inconsistencies that are still there, by kind.</param>
internal sealed record ReconciliationResult(
    long Examined, IReadOnlyDictionary<string, int> Repaired, IReadOnlyDictionary<string, int> Failed)
{
    /// <summary>For the log: <c>lost-upload 2, review-row 1</c>, or <c>nothing</c>.</summary>
    public static string Describe(IReadOnlyDictionary<string, int> kinds) => kinds.Count == 0
        ? "nothing"
        : string.Join(", ", kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Value}"));
}
