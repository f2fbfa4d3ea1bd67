using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>
/// <c>local.settings.sample.json</c>: every setting below its documentation, which also covers the settings directly after it. A setting
/// that is commented out has its default here.
/// </summary>
internal sealed partial record SampleSettings(string Name, string Value, string Documentation)
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "local.settings.sample.json");

    public static IReadOnlyList<SampleSettings> All { get; } = [.. Read(File.ReadLines(Path))];

    private static IEnumerable<SampleSettings> Read(IEnumerable<string> lines)
    {
        var (said, isComplete) = ("", false);
        foreach (var line in lines)
        {
            if (Setting().Match(line) is { Success: true } setting)
            {
                isComplete = true;
                yield return new(setting.Groups["name"].Value, setting.Groups["value"].Value, said);
            }
            else
            {
                var comment = Comment().Match(line).Groups[1].Value;
                said = isComplete || comment is "" ? comment : $"{said} {comment}".Trim();
                isComplete = false;
            }
        }
    }

    [GeneratedRegex("""^    (?:// )?"(?<name>\w[\w-]*)": "(?<value>[^"]*)",?$""")]
    private static partial Regex Setting();

    [GeneratedRegex("^    // (.*)$")]
    private static partial Regex Comment();
}
