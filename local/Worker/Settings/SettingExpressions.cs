using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Local.Worker.Settings;

/// <summary><c>%Name%</c> inside an attribute's text stands for the setting of that name.</summary>
internal static partial class SettingExpressions
{
    /// <exception cref="FormatException">A setting that the text names does not exist.</exception>
    public static string Resolve(string text, IConfiguration settings) => Expression().Replace(text, match =>
        settings[match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)]
        ?? throw new FormatException($"'{text}' names the setting '{match.Groups[1].Value}', which does not exist."));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Expression();
}
