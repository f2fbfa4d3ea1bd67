using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary>What others publish is taken by what it is, not by a name that they may give to something else.</summary>
public sealed partial class PinningTests
{
    private static readonly string Workflows = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github/workflows")).Select(File.ReadAllText));

    [Fact]
    public void LockFiles_EachModule_HasAVersionAndAHashAndNoRegistry()
    {
        Assert.Equal(3, LockFile.All.Count);
        Assert.All(LockFile.All.SelectMany(file => file.Locked), module =>
        {
            Assert.Matches("^[0-9]+[.][0-9]+[.][0-9]+", module.Value.GetProperty("version").GetString());
            Assert.StartsWith("sha512-", module.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal);
            Assert.False(module.Value.TryGetProperty("resolved", out _), module.Name);
        });
        Assert.All(LockFile.All.SelectMany(file => file.Asked), module => Assert.Matches("^[0-9.]+$", module.Version));
        Assert.All(LockFile.All, file => Assert.Contains("omit-lockfile-registry-resolved=true",
            File.ReadAllText(Path.Combine(file.Folder, ".npmrc")), StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_InstallFromLockFilesAlone()
    {
        foreach (var script in (string[])["run.sh", "test.sh", "local/machine.sh"])
        {
            Assert.DoesNotContain("npm install", Read(script), StringComparison.Ordinal);
        }

        Assert.Contains("npm ci ", Read("local/machine.sh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_ArePinnedToACommit_WithTheVersionBesideIt()
    {
        var uses = Uses().Matches(Workflows).Where(use => !use.Groups[1].Value.StartsWith("./", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$", use.Groups[1].Value));
    }

    /// <remarks>No secret is stored: Azure trusts tokens of the repository.</remarks>
    [Fact]
    public void Deployment_SignsInByOpenIdConnect_AndAttestsItsImage()
    {
        var deployment = Read(".github/workflows/deploy-environment.yml");

        Assert.DoesNotContain("secrets.", Workflows, StringComparison.Ordinal);
        Assert.Contains("id-token: write", deployment, StringComparison.Ordinal);
        Assert.Contains("azure/login@", deployment, StringComparison.Ordinal);
        Assert.Contains("attest-build-provenance@", deployment, StringComparison.Ordinal);
        Assert.Contains("attest-sbom@", deployment, StringComparison.Ordinal);
        Assert.Matches(@"inputs\.environment == 'prod'\s+run: infra/pin\.sh --check", deployment);
    }

    [Fact]
    public void Dependabot_WatchesEveryKindOfDependency()
    {
        var watched = Ecosystem().Matches(Read(".github/dependabot.yml"))
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}").ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "nuget /", "docker /functions", "github-actions /", "devcontainers /", "npm /local/tools", "npm /local/tools/infra",
                "npm /local/tools/models",
            },
            watched);
    }

    /// <summary>By tag until infra/pin.sh has asked the registry: the workflow does so before it builds.</summary>
    [Fact]
    public void Images_AreFoundByTheScriptThatPinsThem()
    {
        Assert.Matches("(?m)^ARG SDK=mcr[.]microsoft[.]com/", Read("functions/Dockerfile"));
        Assert.Matches("(?m)^ARG BASE=mcr[.]microsoft[.]com/", Read("functions/Dockerfile"));
        Assert.Matches(@"infra/pin[.]sh[\s\S]+infra/try-image[.]sh", Workflows);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"uses: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"package-ecosystem: (\S+)\s+directory: (\S+)")]
    private static partial Regex Ecosystem();
}
