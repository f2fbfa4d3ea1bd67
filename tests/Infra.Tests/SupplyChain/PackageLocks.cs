using System.Text.Json;
using System.Xml.Linq;
using Serverless.Tests.Support;

namespace Serverless.Infra.Tests.SupplyChain;

/// <summary>A package that a project uses, by the record that stands beside the project.</summary>
internal sealed record LockedPackage(string Project, string Name, string Version, bool IsDirect)
{
    /// <summary>Whether it is part of what runs or is given out, and not of tests and measurements alone.</summary>
    public bool IsOfProduct => !Project.StartsWith("tests/", StringComparison.Ordinal);
}

/// <summary>The files <c>packages.Local.lock.json</c>.</summary>
internal static class PackageLocks
{
    private const string FileName = "packages.Local.lock.json";

    /// <summary>Folders of the projects in the solution, relative to its own.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "Serverless.sln"))
            .Where(line => line.Contains(".csproj", StringComparison.Ordinal))
            .Select(line => Path.GetDirectoryName(line.Split('"')[5].Replace('\\', '/'))!),
    ];

    /// <summary>Versions of Directory.Packages.props, by the label of their group.</summary>
    public static ILookup<string, (string Name, string Version)> Declared { get; } =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToLookup(
            version => version.Parent!.Attribute("Label")!.Value, version => (version.Attribute("Include")!.Value, version.Attribute("Version")!.Value));

    public static IReadOnlyList<LockedPackage> All { get; } = [.. Projects.Where(HasLock).SelectMany(Read)];

    public static bool HasLock(string project) => File.Exists(Path.Combine(Repository.Root, project, FileName));

    private static IEnumerable<LockedPackage> Read(string project)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, project, FileName)));
        return
        [
            .. from framework in document.RootElement.GetProperty("dependencies").EnumerateObject()
               from package in framework.Value.EnumerateObject()
               let type = package.Value.GetProperty("type").GetString()
               where type != "Project"
               select new LockedPackage(project, package.Name, package.Value.GetProperty("resolved").GetString()!, type == "Direct"),
        ];
    }
}
