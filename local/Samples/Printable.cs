using System.Globalization;
using System.Text;
using Spectre.Console;

namespace VideoGate.Local.Samples;

/// <summary>Text that a terminal shows and does not obey: names and labels come from untrusted files.</summary>
internal static class Printable
{
    /// <summary>Replaces control and format characters, such as escape sequences and changes of direction.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
        }

        return shown.ToString();
    }

    /// <summary>Cuts or pads the text to this many cells of a terminal, of which a Chinese character takes two.</summary>
    public static string Fit(string text, int cells)
    {
        if (text.GetCellWidth() <= cells)
        {
            return text + new string(' ', cells - text.GetCellWidth());
        }

        var (kept, taken) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var width = rune.ToString().GetCellWidth();
            if (taken + width > cells - 1)
            {
                break;
            }

            kept.Append(rune.ToString());
            taken += width;
        }

        return $"{kept}…{new string(' ', Math.Max(0, cells - taken - 1))}";
    }

    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
