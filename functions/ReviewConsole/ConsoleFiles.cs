using System.Collections.Frozen;

namespace VideoGate.ReviewConsole;

/// <summary>The console's files, held in memory: a few hundred kilobytes that are asked for again and again.</summary>
internal static class ConsoleFiles
{
    // What is not listed here is not served.
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <returns>The files below <paramref name="folder"/> by their paths, with slashes.</returns>
    public static FrozenDictionary<string, ConsoleFile> Read(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => ContentTypes.ContainsKey(Path.GetExtension(path)))
        .ToFrozenDictionary(
            path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'),
            path => ConsoleFile.Of(File.ReadAllBytes(path), ContentTypes[Path.GetExtension(path)]));
}
