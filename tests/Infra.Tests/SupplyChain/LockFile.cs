using System.Text.Json;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary>A list of npm modules with its lock file: a folder under <c>local/tools</c>.</summary>
internal sealed record LockFile(string Folder)
{
    private static readonly string[] Lists = ["dependencies", "devDependencies", "optionalDependencies"];

    public static IReadOnlyList<LockFile> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "local/tools"), "package.json", SearchOption.AllDirectories)
            .Select(path => new LockFile(Path.GetDirectoryName(path)!))];

    /// <summary>Whether the image has what it lists.</summary>
    public bool IsForApp => Path.GetFileName(Folder) == "models";

    /// <summary>The modules that <c>package.json</c> asks for, with their versions.</summary>
    public IEnumerable<(string Name, string Version)> Asked =>
        from list in Lists
        where Read("package.json").TryGetProperty(list, out _)
        from module in Read("package.json").GetProperty(list).EnumerateObject()
        select (module.Name, module.Value.GetString()!);

    /// <summary>Every module of the lock file, by its folder.</summary>
    public IEnumerable<JsonProperty> Locked =>
        Read("package-lock.json").GetProperty("packages").EnumerateObject().Where(module => module.Name.Length > 0);

    public string Text => File.ReadAllText(Path.Combine(Folder, "package-lock.json"));

    private JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement;
}
