namespace VideoGate.Cases;

/// <summary>Texts of overlay labels: drawn in advance, so that they depend on no font.</summary>
public static class LabelTexts
{
    public const string Chinese = "AI生成";
    public const string English = "AI-generated";

    /// <summary>For digital virtual humans; has the elements of GB 45438-2025 as well.</summary>
    public const string VirtualHuman = "AI生成数字人";

    public static IReadOnlyList<string> All { get; } = [Chinese, English, VirtualHuman];

    /// <returns>The shortest text that contains these words, or null if there is none.</returns>
    public static string? With(string words) =>
        All.Where(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)).MinBy(text => text.Length);
}
