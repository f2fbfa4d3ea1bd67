namespace VideoGate.Safety;

/// <summary>Distributes the calls that a policy allows per case.</summary>
internal static class CallBudget
{
    /// <summary>Calls reserved for texts: title, description, file name, and text recognized in the picture.</summary>
    public const int Texts = 6;

    /// <summary>Gets the calls for texts: those reserved, and those that the frames left.</summary>
    /// <param name="calls">All calls that the policy allows.</param>
    public static int ForTexts(int calls, int frames) => Math.Max(Texts, calls - frames);

    /// <summary>Selects as many items as there are calls, evenly spread, including the first and the last.</summary>
    public static IReadOnlyList<T> Spread<T>(IReadOnlyList<T> items, int calls) => items.Count <= calls
        ? items
        : [.. Enumerable.Range(0, calls).Select(index => items[calls == 1 ? 0 : (int)((long)index * (items.Count - 1) / (calls - 1))])];
}
