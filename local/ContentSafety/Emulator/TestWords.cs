using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoGate.Local.ContentSafety.Emulator;

/// <summary><c>[[hate:6]]</c> in a text gives it that severity; the highest of a category counts.</summary>
internal static partial class TestWords
{
    public static IReadOnlyDictionary<string, int> Read(string text) => Word().Matches(text)
        .GroupBy(word => word.Groups["category"].Value, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            category => category.Key,
            category => category.Max(word => int.Parse(word.Groups["severity"].ValueSpan, CultureInfo.InvariantCulture)),
            StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[\[(?<category>hate|selfharm|sexual|violence):(?<severity>[0-7])\]\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
