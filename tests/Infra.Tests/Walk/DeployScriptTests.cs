using System.Text.RegularExpressions;
using VideoGate.Infra.Tests.Checker;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>Everything that <c>infra/deploy.sh</c> reads from the Bicep files and requests from the app exists.</summary>
[Collection<Provisioned>]
public sealed partial class DeployScriptTests(ProvisionedFixture provisioned)
{
    private static readonly string Script = Read("deploy.sh");

    [Fact]
    public void Addresses_AreRoutesOfTheCode()
    {
        // Act
        var asked = Matches(ApiAddress(), Script).Select(path => "/" + ShellVariable().Replace(path.TrimEnd('.'), "{}"))
            .Where(path => path != "/api");

        // Assert
        Assert.Empty(asked.Except(AppCode.Routes.Select(route => RouteParameter().Replace(route, "{}"))));
    }

    [BicepTheory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Outputs_AreTakenByTheScript(string environment) =>
        Assert.Equal(provisioned[environment].Outputs.Keys.Order(StringComparer.Ordinal), Matches(Output(), Script));

    [Fact]
    public void ParametersOfTheSecondStage_AreGivenByTheScript() =>
        Assert.Equal(Matches(Parameter(), Read("events.bicep")), Matches(GivenParameter(), Script));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, "infra", file));

    private static IEnumerable<string> Matches(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"https://\$host/(api[^\s""]*)")]
    private static partial Regex ApiAddress();

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex ShellVariable();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteParameter();

    [GeneratedRegex(@"\$\(output (\w+)\)")]
    private static partial Regex Output();

    [GeneratedRegex(@"^param (\w+)", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"""(\w+)"": \{""value""")]
    private static partial Regex GivenParameter();
}
