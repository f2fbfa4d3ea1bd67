using System.Collections.Frozen;

namespace VideoGate.ReviewConsole;

/// <summary>The console's files, cached in memory: a few hundred kilobytes, requested often.</summary>
internal static class ConsoleFiles
{
    // Files of other types are not served.
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <returns>The files below <paramref name="folder"/>, by path with slashes.</returns>
    public static FrozenDictionary<string, ConsoleFile> Read(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => ContentTypes.ContainsKey(Path.GetExtension(path)))
        .ToFrozenDictionary(
            path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'),
            path => ConsoleFile.Of(File.ReadAllBytes(path), ContentTypes[Path.GetExtension(path)]));
}
