using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using AiLabels.Cli.Tests.Native;

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

        foreach (var platform in (string[])["any", .. NativeProgram.Missing is null ? (string[])[RuntimeInformation.RuntimeIdentifier] : []])
        {
            Runs.Add(await _sdk.RunAsync("pack", "labels/Cli", $"-p:Version={Version}", "-o", Source, "-r", platform));
        }
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

    /// <returns>The text of one file in a package.</returns>
    internal string Read(string package, string name)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Source, $"{package}.{Version}.nupkg"));
        using var reader = new StreamReader(archive.Entries.Single(entry => entry.Name == name).Open());
        return reader.ReadToEnd();
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
