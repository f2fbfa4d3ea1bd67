using System.IO.Compression;
using System.Xml.Linq;

namespace AiLabels.Cli.Tests.Packages;

/// <summary>The packages, packed once for all tests.</summary>
public sealed class Packed : IAsyncLifetime
{
    /// <summary>No version that a cache of packages could hold.</summary>
    public const string Version = "1.0.0-test";

    private static readonly string[] Projects = ["labels/AiLabels", "labels/Pixels", "labels/Cli"];

    private readonly DotnetSdk _sdk = new();

    /// <summary>The folder of the packages, a source for restores.</summary>
    public string Source => Path.Combine(_sdk.Folder, "packages");

    /// <summary>A folder outside the repository for projects that use them.</summary>
    public string Consumers => Path.Combine(_sdk.Folder, "consumers");

    internal List<CommandLine> Runs { get; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Projects)
        {
            Runs.Add(await _sdk.RunAsync("pack", project, $"-p:Version={Version}", "-o", Source));
        }

        // The tool for all platforms that have no native one.
        Runs.Add(await _sdk.RunAsync("pack", "labels/Cli", $"-p:Version={Version}", "-o", Source, "-r", "any"));
    }

    public ValueTask DisposeAsync()
    {
        _sdk.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>The names of the files in a package.</returns>
    internal IReadOnlyList<string> Entries(string package, string extension = "nupkg")
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Source, $"{package}.{Version}.{extension}"));
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }

    /// <returns>The metadata of a package, without namespaces.</returns>
    internal XElement Nuspec(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Source, $"{package}.{Version}.nupkg"));
        using var stream = archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var root = XDocument.Load(stream).Root!;
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root.Element("metadata")!;
    }
}
