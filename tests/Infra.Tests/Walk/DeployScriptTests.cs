using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>Everything that the scripts read from the Bicep files and request from the app exists.</summary>
public sealed partial class DeployScriptTests
{
    private static readonly string Steps = Read("steps.sh");

    [Fact]
    public void Addresses_AreRoutesOfTheCode()
    {
        // Act
        var asked = Matches(ApiAddress(), Steps).Select(path => "/" + ShellVariable().Replace(path.TrimEnd('.'), "{}"))
            .Where(path => path != "/api");

        // Assert
        Assert.Empty(asked.Except(AppCode.Routes.Select(route => RouteParameter().Replace(route, "{}"))));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Outputs_AreTakenByTheScripts(string environment)
    {
        // Arrange
        var handedOn = HandedOn().Match(Steps).Groups[1].Value.Split(' ');

        // Assert
        Assert.Equal(
            handedOn.Append("publicHost").Order(StringComparer.Ordinal),
            Provisioned.Of(environment).Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(handedOn.Order(StringComparer.Ordinal), Matches(Wanted(), Read("events.bicepparam")).Select(name => name[5..]));
    }

    [Fact]
    public void Settings_ThatParametersRead_AreExplainedOrFoundOut()
    {
        // Arrange
        string[] files = ["dev.bicepparam", "prod.bicepparam", "foundation.bicepparam"];
        var help = Read("deploy.sh");

        // Act
        var unknown = files.SelectMany(file => Matches(Wanted(), Read(file))).Distinct()
            .Where(name => !help.Contains($"  {name} ", StringComparison.Ordinal) && !Steps.Contains($"{name}=", StringComparison.Ordinal));

        // Assert
        Assert.Empty(unknown);
    }

    [Fact]
    public void Modules_AreAllUsed()
    {
        // Arrange
        var templates = Read("main.bicep") + Read("events.bicep");

        // Assert
        Assert.All(
            Directory.GetFiles(Path.Combine(Repository.Root, "infra/modules")),
            path => Assert.Contains($"'modules/{Path.GetFileName(path)}'", templates, StringComparison.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, "infra", file));

    private static IEnumerable<string> Matches(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"https://\$host/(api[^\s""]*)")]
    private static partial Regex ApiAddress();

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex ShellVariable();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteParameter();

    [GeneratedRegex("for given in ([^;]+);")]
    private static partial Regex HandedOn();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Wanted();
}
