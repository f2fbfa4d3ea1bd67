using System.IO.Enumeration;

namespace AiLabels.Cli.Files;

/// <summary>Shell patterns: <c>*</c> and <c>?</c> within a name, <c>**</c> for folders at any depth.</summary>
internal static class Glob
{
    private const string AnyDepth = "**";

    /// <summary><c>**</c> does not follow links to folders: they may be cyclic.</summary>
    private static readonly EnumerationOptions Below =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly EnumerationOptions Within = new() { AttributesToSkip = FileAttributes.None };

    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <returns>Existing matches, by name; folders that cannot be read match nothing.</returns>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        var segments =
            pattern[root.Length..].Split(
                [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> found = [root];
        foreach (var segment in segments)
        {
            found = found.SelectMany(folder => Match(folder, segment));
        }

        // A folder is read recursively anyway.
        return [.. (segments is [.., AnyDepth] ? found.Take(1) : found).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Match(string folder, string segment)
    {
        if (!IsPattern(segment))
        {
            return Path.Combine(folder, segment) is var path && Path.Exists(path) ? [path] : [];
        }

        if (!Directory.Exists(folder.Length == 0 ? "." : folder))
        {
            return [];
        }

        return segment == AnyDepth
            ? Directory.EnumerateDirectories(folder.Length == 0 ? "." : folder, "*", Below).Prepend(folder)
            : Names(folder).Where(name => IsMatch(segment, name)).Select(name => Path.Combine(folder, name));
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder.Length == 0 ? "." : folder, "*", Within).Select(static path => Path.GetFileName(path));

    /// <summary>Hidden files match only a pattern that begins with a dot.</summary>
    private static bool IsMatch(string segment, string name) =>
        name.StartsWith('.') == segment.StartsWith('.') && FileSystemName.MatchesSimpleExpression(segment, name, ignoreCase: false);
}
