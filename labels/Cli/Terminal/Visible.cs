using System.Globalization;
using System.Text;

namespace AiLabels.Cli.Terminal;

/// <summary>
/// Makes text that a stranger wrote safe to show: what would steer a terminal or hide from the eye is written as its code.
/// </summary>
internal static class Visible
{
    public static string Text(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsVisible(rune) ? visible.Append(rune) : visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return visible.ToString();
    }

    /// <summary>Format characters turn the direction of text or have no width; separators break the line.</summary>
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
