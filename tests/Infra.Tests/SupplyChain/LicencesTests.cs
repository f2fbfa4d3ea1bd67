using System.Text.RegularExpressions;
using System.Xml.Linq;
using Serverless.Tests.Support;

namespace Serverless.Infra.Tests.SupplyChain;

/// <summary><c>infra/licences.md</c> lists what comes from others, and each of its licences is one that we can live with.</summary>
public sealed partial class LicencesTests
{
    // They ask for their text to go along, and no more.
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-3-Clause", "curl"];

    // Programs of their own, started as processes: their terms end where ours begin.
    private static readonly string[] ForPrograms = ["GPL-2.0-or-later"];

    // MPL-2.0 is of single files, and nothing of it is given out; XmpCore's is BSD in other words.
    private static readonly string[] ForTests = ["MPL-2.0", "Adobe-XMP"];

    // What stands where older packages name a file or an address instead of a licence.
    private static readonly Dictionary<string, string> Read = new()
    {
        ["LICENSE.txt"] = "Apache-2.0",
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["https://raw.githubusercontent.com/xunit/xunit/master/license.txt"] = "Apache-2.0",
        ["https://www.adobe.com/devnet/xmp/library/eula-xmp-library-java.html"] = "Adobe-XMP",
    };

    private static readonly IReadOnlyList<Entry> List =
        [.. Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "infra/licences.md"))).Select(row => new Entry(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value, row.Groups[5].Value))];

    [Fact]
    public void List_HasEveryPackage_AndNoOther()
    {
        // Arrange
        var locked = PackageLocks.All.GroupBy(package => (package.Name, package.Version)).Select(uses => $"nuget {uses.Key.Name} {uses.Key.Version} {(uses.Any(use => use.IsOfProduct) ? "app" : "tests")}");
        var azure = PackageLocks.Declared["Azure runtime"].Select(package => $"nuget {package.Name} {package.Version} app");
        var machine = File.ReadAllText(Path.Combine(Repository.Root, "local/machine.sh"));
        var modules = NodeModule().Matches(machine).Select(match => $"npm {Scoped(match.Groups[1].Value)} {match.Groups[2].Value} tests")
            .Concat(InfraModules().Match(machine).Groups[1].Value.Split(' ').Select(module => $"npm {module[..module.LastIndexOf('@')]} {module[(module.LastIndexOf('@') + 1)..]} tests"));
        var debian = ImagePackages().Match(File.ReadAllText(Path.Combine(Repository.Root, "functions/Dockerfile"))).Groups[1].Value
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(package => $"debian {package} - app");

        // Assert
        Assert.Equal(
            locked.Concat(azure).Concat(modules).Concat(debian).Distinct().Order(StringComparer.Ordinal),
            List.Select(entry => $"{entry.Source} {entry.Name} {entry.Version} {entry.For}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Licences_AreAllowed() => Assert.All(List, entry => Assert.Contains(entry.Licence, Allowed(entry)));

    [Fact]
    public void Licences_AreWhatThePackagesSay()
    {
        // Arrange: as far as they were restored here.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");

        // Act
        var said = (from entry in List
                    where entry.Source == "nuget"
                    let id = entry.Name.ToLowerInvariant()
                    let path = Path.Combine(cache, id, entry.Version, $"{id}.nuspec")
                    where File.Exists(path)
                    select (Entry: entry, Licence: LicenceOf(path))).ToList();

        // Assert
        Assert.NotEmpty(said);
        Assert.All(said, package => Assert.Equal(package.Entry.Licence, package.Licence));
    }

    private static string[] Allowed(Entry entry) => (entry.Source, entry.For) switch
    {
        ("debian", _) => [.. Permissive, .. ForPrograms],
        (_, "tests") => [.. Permissive, .. ForTests],
        _ => Permissive,
    };

    private static string LicenceOf(string nuspec)
    {
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        var said = (licence ?? metadata.Elements().Single(element => element.Name.LocalName == "licenseUrl")).Value;
        return licence?.Attribute("type")!.Value == "expression" ? said : Read.GetValueOrDefault(said, said);
    }

    private static string Scoped(string variable) => variable switch
    {
        "c2pa_node" => "@contentauth/c2pa-node",
        "axe" => "axe-core",
        _ => variable,
    };

    [GeneratedRegex(@"^\| (nuget|npm|debian) \| (\S+) \| (\S+) \| ([^|]+?) \| (app|tests) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(\w+)_version=(\S+)$", RegexOptions.Multiline)]
    private static partial Regex NodeModule();

    [GeneratedRegex("^infra_modules='([^']+)'$", RegexOptions.Multiline)]
    private static partial Regex InfraModules();

    [GeneratedRegex(@"--no-install-recommends \\\s*([a-z0-9 -]+?) \\")]
    private static partial Regex ImagePackages();

    private sealed record Entry(string Source, string Name, string Version, string Licence, string For);
}
