using System.Text.Json;
using Serverless.Tests.Support;

namespace Serverless.Infra.Tests.SupplyChain;

/// <remarks>Whoever changes a package writes the locks anew: <c>dotnet restore Serverless.sln -p:UpdateLocks=true</c>.</remarks>
public sealed class PackageLocksTests
{
    // Projects that no package is used in have nothing to lock.
    private static readonly string[] WithoutPackages = [.. PackageLocks.Projects.Where(project => Restored(project) is { } restored && restored.Packages.Count == 0)];

    [Fact]
    public void Project_ThatUsesPackages_HasALock() => Assert.All(PackageLocks.Projects.Except(WithoutPackages), project => Assert.True(PackageLocks.HasLock(project), project));

    [Fact]
    public void Lock_HoldsTheVersionsThatAreDeclared()
    {
        // Arrange
        var declared = PackageLocks.Declared.Where(group => group.Key != "Azure runtime").SelectMany(group => group).ToDictionary(package => package.Name, package => package.Version);

        // Act
        var others = PackageLocks.All.Where(package => package.IsDirect && declared.GetValueOrDefault(package.Name) != package.Version);

        // Assert
        Assert.Empty(others);
    }

    [Fact]
    public void Lock_IsWhatThisMachineBuildsFrom_ButForWhatItsFeedLacks()
    {
        // Act
        var differences = from project in PackageLocks.Projects.Where(PackageLocks.HasLock)
                          let restored = Restored(project)
                          where restored is not null
                          from package in PackageLocks.All.Where(package => package.Project == project)
                          let built = restored.Value.Packages.GetValueOrDefault(package.Name)
                          where built != package.Version && !restored.Value.Lacking.Contains(package.Name)
                          select $"{project}: {package.Name} {package.Version} is locked, {built ?? "none"} is built from.";

        // Assert
        Assert.Empty(differences);
    }

    /// <summary>What the last restore of a project resolved, and packages of which the feed lacked the version asked for; null when it was not restored here.</summary>
    private static (Dictionary<string, string> Packages, HashSet<string> Lacking)? Restored(string project)
    {
        var path = Path.Combine(Repository.Root, project, "obj/project.assets.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using var assets = JsonDocument.Parse(File.ReadAllBytes(path));
        var packages = from library in assets.RootElement.GetProperty("libraries").EnumerateObject()
                       where library.Value.GetProperty("type").GetString() == "package"
                       select library.Name.Split('/');
        var lacking = assets.RootElement.TryGetProperty("logs", out var logs)
            ? logs.EnumerateArray().Where(log => log.GetProperty("code").GetString() == "NU1603").Select(log => log.GetProperty("libraryId").GetString()!)
            : [];
        return (packages.ToDictionary(name => name[0], name => name[1]), [.. lacking]);
    }
}
