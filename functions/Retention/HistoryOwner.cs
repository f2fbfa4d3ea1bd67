using VideoGate.Cases;

namespace VideoGate.Retention;

/// <summary>Whose history it is. Pure.</summary>
internal static class HistoryOwner
{
    /// <returns>The case that an instance carries: it is called as the case, or as the case and a round; null when it carries none.</returns>
    public static string? CaseOf(string instanceId) => instanceId.Split('-', 2)[0] is var first && CaseId.IsValid(first) ? first : null;
}
