using Azure.AI.ContentSafety;

namespace Local.ContentSafety.Emulator;

internal static class Severities
{
    public static IReadOnlyList<string> Categories { get; } = ["Hate", "SelfHarm", "Sexual", "Violence"];

    /// <summary>The answer for the categories asked for; all of them when none is.</summary>
    /// <param name="found">Severities 0 to 7 by category; a category that is absent is safe.</param>
    /// <param name="eightLevels">Otherwise each pair of severities counts as its lower, even one.</param>
    public static IReadOnlyList<CategoryAnalysis> Of(
        IReadOnlyDictionary<string, int> found, IReadOnlyList<string>? asked, bool eightLevels)
    {
        var categories = asked is { Count: > 0 } ? asked : Categories;
        if (categories.FirstOrDefault(category => !Categories.Contains(category, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw RejectedException.Invalid($"'{unknown}' is no category; there are {string.Join(", ", Categories)}.");
        }

        return [..
            from category in Categories
            where categories.Contains(category, StringComparer.OrdinalIgnoreCase)
            let severity = found.GetValueOrDefault(category)
            select new CategoryAnalysis(category, eightLevels ? severity : severity & ~1)];
    }
}
