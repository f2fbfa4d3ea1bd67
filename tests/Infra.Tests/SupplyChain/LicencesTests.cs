using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary><c>infra/licences.md</c> lists third-party components, each with an accepted licence.</summary>
public sealed partial class LicencesTests
{
    // They only require their text to be included.
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-3-Clause", "curl", "LicenseRef-Microsoft-WebJobs"];

    // Microsoft's terms for its .NET libraries allow their use; nothing of local/ is distributed.
    private static readonly string[] ForLocal = ["LicenseRef-Microsoft-NET-Library"];

    // Separate programs, started as processes: their terms do not extend to ours.
    private static readonly string[] ForPrograms = ["GPL-2.0-or-later", "LGPL-2.0-or-later"];

    // MPL-2.0 applies per file, and nothing of it is distributed; XmpCore's is BSD in other words.
    private static readonly string[] ForTests = ["MPL-2.0", "Adobe-XMP"];

    // Older packages name a file or an address instead of a licence.
    private static readonly Dictionary<string, string> Read = new()
    {
        ["LICENSE.md"] = "MIT",
        ["LICENSE.txt"] = "Apache-2.0",
        ["Microsoft.ML.OnnxRuntime/LICENSE"] = "MIT",
        ["Microsoft.ML.OnnxRuntime.Managed/LICENSE.txt"] = "MIT",
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["http://www.apache.org/licenses/LICENSE-2.0"] = "Apache-2.0",
        ["http://www.microsoft.com/web/webpi/eula/net_library_eula_ENU.htm"] = "LicenseRef-Microsoft-NET-Library",
        ["https://github.com/Azure/azure-storage-net/blob/master/LICENSE.txt"] = "Apache-2.0",
        ["https://go.microsoft.com/fwlink/?linkid=2028464"] = "LicenseRef-Microsoft-WebJobs",
        ["https://raw.github.com/JamesNK/Newtonsoft.Json.Bson/master/LICENSE.md"] = "MIT",
        ["https://raw.githubusercontent.com/aspnet/AspNetCore/2.0.0/LICENSE.txt"] = "Apache-2.0",
        ["https://www.adobe.com/devnet/xmp/library/eula-xmp-library-java.html"] = "Adobe-XMP",
    };

    private static readonly IReadOnlyList<Entry> List =
        [.. Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "infra/licences.md"))).Select(
            row => new Entry(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value, row.Groups[5].Value))];

    private static readonly IReadOnlyDictionary<string, Entry> Packages =
        List.Where(entry => entry.Source == "nuget").ToDictionary(entry => entry.Name);

    [Fact]
    public void List_HasEveryPackage_ForWhatItIsUsed()
    {
        // Act
        var wrong = ResolvedPackages.All
            .GroupBy(package => package.Name)
            .Select(uses => (Name: uses.Key, Use: uses.Min(package => package.Use)))
            .Where(package =>
                !Packages.TryGetValue(package.Name, out var entry)
                    || (ResolvedPackages.AreComplete ? entry.Use != package.Use : entry.Use > package.Use))
            .Select(package =>
                $"{package.Name}: for {package.Use}, the list says {Packages.GetValueOrDefault(package.Name)?.For ?? "nothing"}");

        // Assert
        Assert.Empty(wrong);
    }

    [Fact]
    public void List_HasNoPackageThatIsNotUsed()
    {
        Assert.SkipUnless(ResolvedPackages.AreComplete, "not every project is restored here; ./test.sh restores the solution");

        // Arrange
        var used = ResolvedPackages.All.Select(package => package.Name).Concat(ResolvedPackages.Declared.Keys);

        // Assert
        Assert.Empty(Packages.Keys.Except(used));
    }

    [Fact]
    public void List_NamesTheVersionsThatAreAskedFor() =>
        Assert.All(Packages.Values,
            package => Assert.Equal(ResolvedPackages.Declared.GetValueOrDefault(package.Name, "-"), package.Version));

    [Fact]
    public void List_HasEveryModuleAndProgram_AndNoOther()
    {
        // Arrange
        var modules = LockFile.All.SelectMany(
            file => file.Asked.Select(module => $"npm {module.Name} {module.Version} {(file.IsForApp ? "app" : "tests")}"));
        var debian = ImagePackages().Match(File.ReadAllText(Path.Combine(Repository.Root, "functions/Dockerfile"))).Groups[1].Value
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(package => $"debian {package} - app");

        // Assert
        Assert.Equal(
            modules.Concat(debian).Order(StringComparer.Ordinal),
            List.Except(Packages.Values).Select(entry => $"{entry.Source} {entry.Name} {entry.Version} {entry.For}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Licences_AreAllowed() => Assert.All(List, entry => Assert.Empty(entry.Licences.Except(Allowed(entry))));

    [Fact]
    public void Licences_AreWhatThePackagesSay()
    {
        // Arrange
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");

        // Act
        var said = (from package in ResolvedPackages.All
                    let id = package.Name.ToLowerInvariant()
                    let path = Path.Combine(cache, id, package.Version, $"{id}.nuspec")
                    where File.Exists(path)
                    select (package.Name, Licence: LicenceOf(package.Name, path))).Distinct().ToList();

        // Assert
        Assert.NotEmpty(said);
        Assert.All(said, package => Assert.Contains(package.Licence, Packages[package.Name].Licences));
    }

    private static string[] Allowed(Entry entry) => (entry.Source, entry.For) switch
    {
        ("debian", _) => [.. Permissive, .. ForPrograms],
        (_, "tests") => [.. Permissive, .. ForTests],
        (_, "local") => [.. Permissive, .. ForLocal],
        _ => Permissive,
    };

    private static string LicenceOf(string package, string nuspec)
    {
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        var said = (licence ?? metadata.Elements().Single(element => element.Name.LocalName == "licenseUrl")).Value;
        return licence?.Attribute("type")!.Value == "expression"
            ? said
            : Read.GetValueOrDefault($"{package}/{said}", Read.GetValueOrDefault(said, said));
    }

    [GeneratedRegex(@"^\| (nuget|npm|debian) \| (\S+) \| (\S+) \| ([^|]+?) \| (app|local|tests) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"--no-install-recommends \\\s*([a-z0-9 -]+?) \\")]
    private static partial Regex ImagePackages();

    private sealed record Entry(string Source, string Name, string Version, string Licence, string For)
    {
        /// <summary>More than one if two versions of a package are used.</summary>
        public HashSet<string> Licences { get; } = [.. Licence.Split(", ")];

        public PackageUse Use { get; } = Enum.Parse<PackageUse>(For, ignoreCase: true);
    }
}
