namespace VideoGate.Safety;

/// <summary>Spends the calls that a policy allows for one case.</summary>
internal static class CallBudget
{
    /// <summary>Kept for the texts: title, description, file name, and what was recognised in the picture.</summary>
    public const int Texts = 6;

    /// <summary>As many of the items as there are calls, spread evenly over all of them, the first and the last among them.</summary>
    public static IReadOnlyList<T> Spread<T>(IReadOnlyList<T> items, int calls) => items.Count <= calls
        ? items
        : [.. Enumerable.Range(0, calls).Select(index => items[calls == 1 ? 0 : (int)((long)index * (items.Count - 1) / (calls - 1))])];
}
