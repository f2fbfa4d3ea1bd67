using System.Text.Json;
using System.Xml.Linq;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary>Packages of the solution's projects on this machine, read from the records of their last restore.</summary>
internal static class ResolvedPackages
{
    // Not every feed has these (.local/feed.props); if one is missing, so are its own dependencies.
    private static readonly HashSet<string> NotEverywhere =
    [
        "Azure.AI.ContentSafety", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged",
            "Microsoft.Azure.WebJobs.Extensions.DurableTask.AzureManaged",
    ];

    private static readonly string[] FilesThatRun = ["runtime", "runtimeTargets"];

    private static readonly string[] Projects =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "Serverless.sln"))
            .Where(line => line.Contains(".csproj", StringComparison.Ordinal))
            .Select(line => Path.GetDirectoryName(line.Split('"')[5].Replace('\\', '/'))!),
    ];

    /// <summary>Versions of Directory.Packages.props.</summary>
    public static IReadOnlyDictionary<string, string> Declared { get; } =
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
        .Descendants("PackageVersion")
            .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);

    /// <summary>True if every project of the solution was restored here, as by test.sh.</summary>
    public static bool AreComplete { get; } = Projects.All(project => File.Exists(AssetsOf(project)));

    public static IReadOnlyList<ResolvedPackage> All { get; } =
        [.. Projects.Where(project => File.Exists(AssetsOf(project))).SelectMany(project => Read(AssetsOf(project), UseOf(project), Runs))
            .Concat(HostExtensions())];

    private static string AssetsOf(string project) => Path.Combine(Repository.Root, project, "obj/project.assets.json");

    private static PackageUse UseOf(string project) => project.Split('/')[0] switch
    {
        "local" => PackageUse.Local,
        "tests" => PackageUse.Tests,
        _ => PackageUse.App,
    };

    // The app's packages for the Functions host, which the worker's SDK restores in a separate project; the host has most of them itself.
    private static IEnumerable<ResolvedPackage> HostExtensions()
    {
        var functions = new DirectoryInfo(Path.Combine(Repository.Root, "functions"));
        return from configuration in (string[])["Debug", "Release"]
               let assets = Path.Combine(functions.FullName, "obj", configuration, "net10.0/WorkerExtensions/obj/project.assets.json")
               let output = new DirectoryInfo(Path.Combine(functions.FullName, "bin", configuration, "net10.0/.azurefunctions"))
               where File.Exists(assets) && output.Exists
               let shipped = output.EnumerateFiles().Select(file => file.Name).ToHashSet()
               from package in Read(assets, PackageUse.App, library => Files(library).Any(file => shipped.Contains(Path.GetFileName(file))))
               select package;
    }

    private static List<ResolvedPackage> Read(string path, PackageUse use, Func<JsonElement, bool> counts)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(path));
        var libraries = assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .ToDictionary(library => library.Name.Split('/')[0], library => (Version: library.Name.Split('/')[1], library.Value),
                StringComparer.OrdinalIgnoreCase);
        var direct = Names(assets.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject().First().Value);
        var reached =
            direct.Concat(libraries.Where(library => !IsPackage(library.Value.Value)).Select(library => library.Key)).Except(NotEverywhere)
                .ToHashSet();
        for (var next = reached.ToList(); next.Count > 0;)
        {
            next = [.. next.Where(libraries.ContainsKey).SelectMany(name => Names(libraries[name].Value)).Except(NotEverywhere)
                .Where(reached.Add)];
        }

        return
        [
            .. from name in reached
               where libraries.ContainsKey(name)
               let library = libraries[name]
               where IsPackage(library.Value) && (counts(library.Value) || (counts == Runs && direct.Contains(name)))
               select new ResolvedPackage(name, library.Version, use),
        ];
    }

    private static bool IsPackage(JsonElement library) => library.GetProperty("type").GetString() == "package";

    private static bool Runs(JsonElement library) => Files(library).Any(file => !file.EndsWith("/_._", StringComparison.Ordinal));

    private static string[] Names(JsonElement element) =>
        element.TryGetProperty("dependencies", out var names) ? [.. names.EnumerateObject().Select(name => name.Name)] : [];

    private static IEnumerable<string> Files(JsonElement library) => FilesThatRun
        .SelectMany(group => library.TryGetProperty(group, out var files) ? files.EnumerateObject().Select(file => file.Name) : []);
}
