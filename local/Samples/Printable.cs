using System.Globalization;
using System.Text;

namespace VideoGate.Local.Samples;

internal static class Printable
{
    /// <summary>Replaces what a terminal obeys, such as escape sequences: names and labels come from untrusted files.</summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? "\uFFFD"
            : rune.ToString()));
}
