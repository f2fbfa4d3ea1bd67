using System.Globalization;
using System.Text;

namespace AiLabels.Containers;

/// <summary>
/// Names that people read as AIGC and programs do not: full-width and mathematical letters, letters of other scripts that look the same,
/// and characters without width between them.
/// </summary>
internal static class DisguisedName
{
    private const string Target = "AIGC";

    /// <summary>Cyrillic, Greek, Cherokee and Latin letters that look like one of AIGC (Unicode Technical Standard 39).</summary>
    private static readonly Dictionary<char, char> LookAlikes = new()
    {
        ['А'] = 'A',
        ['Α'] = 'A',
        ['Ꭺ'] = 'A',
        ['І'] = 'I',
        ['Ι'] = 'I',
        ['Ӏ'] = 'I',
        ['l'] = 'I',
        ['ı'] = 'I',
        ['Ԍ'] = 'G',
        ['Ꮐ'] = 'G',
        ['Ɡ'] = 'G',
        ['С'] = 'C',
        ['Ϲ'] = 'C',
        ['Ꮯ'] = 'C',
    };

    /// <summary>
    /// First of 26 letters in their order: full-width, circled and squared forms. Tables of Unicode are not at hand everywhere.
    /// </summary>
    private static readonly int[] Alphabets = [0xFF21, 0xFF41, 0x24B6, 0x24D0, 0x1F130, 0x1F150, 0x1F170];

    /// <summary>Mathematical letters: capitals and small letters by turns.</summary>
    private const int FirstMathematical = 0x1D400;
    private const int LastMathematical = 0x1D6A3;
    private const int Letters = 26;

    public static bool IsAigc(string name)
    {
        var letters = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (letters.Length > Target.Length)
            {
                return false;
            }

            if (!IsInvisible(rune))
            {
                letters.Append(LetterOf(rune));
            }
        }

        return letters.ToString().Equals(Target, StringComparison.OrdinalIgnoreCase);
    }

    private static char LetterOf(Rune rune)
    {
        if (rune.Value is >= FirstMathematical and <= LastMathematical)
        {
            return (char)('A' + ((rune.Value - FirstMathematical) % Letters));
        }

        var first = Array.Find(Alphabets, first => rune.Value >= first && rune.Value < first + Letters);
        var letter = first > 0 ? (char)('A' + rune.Value - first) : rune.IsBmp ? (char)rune.Value : Rune.ReplacementChar.ToString()[0];
        return LookAlikes.GetValueOrDefault(letter, LookAlikes.GetValueOrDefault(char.ToUpperInvariant(letter), letter));
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark;
}
