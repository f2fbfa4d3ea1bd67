namespace AiLabels.Gb45438;

/// <summary>The keyword AIGC in the name of a metadata entry, as written and in spellings that look the same.</summary>
internal static class AigcName
{
    public const string Keyword = "AIGC";
    private const string Separators = ".:_-/ ";

    // The full-width forms of ASCII, U+FF01 to U+FF5E, in the order of ASCII.
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int ToAscii = FirstFullWidth - '!';

    /// <summary>Returns the name in plain letters: without full width, and without characters that have no width.</summary>
    public static string Fold(string name) => string.Concat(name.Where(static c => !IsInvisible(c)).Select(
        static c => c is >= FirstFullWidth and <= LastFullWidth ? (char)(c - ToAscii) : c)).Trim();

    /// <summary>Returns true for the keyword itself, in any case.</summary>
    public static bool IsKeyword(string name) => name.Trim('\0', ' ').Equals(Keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the field in a name such as <c>AIGC.Label</c> or <c>aigc_tool</c>, or null.</summary>
    public static string? FieldOf(string name) =>
        name.Length > Keyword.Length + 1 && name.StartsWith(Keyword, StringComparison.OrdinalIgnoreCase)
        && Separators.Contains(name[Keyword.Length])
            ? name[(Keyword.Length + 1)..]
            : null;

    private static bool IsInvisible(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
