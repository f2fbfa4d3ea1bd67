using System.Globalization;
using System.Text;

namespace AiLabels.Cli.Terminal;

/// <summary>Makes untrusted text safe to display: control and invisible characters are written as their codes.</summary>
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

    /// <summary>Format characters change the direction of text or have no width; separators break the line.</summary>
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
