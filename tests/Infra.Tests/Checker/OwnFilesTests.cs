using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Checker;

public sealed class OwnFilesTests
{
    [BicepFact]
    public async Task Check_Infra_FindsNoFault()
    {
        // Act
        var (exitCode, output) = await BicepTools.RunAsync("check.mjs", "infra");

        // Assert
        Assert.True(exitCode == 0, output);
    }

    [BicepFact]
    public async Task Check_Infra_NamesWhatItCannotCheck()
    {
        // Act
        var (_, output) = await BicepTools.RunAsync("check.mjs", "infra");

        // Assert: a change of this list must be noticed.
        string[] uncheckedTypes =
        [
            "Microsoft.DurableTask/schedulers",
            "Microsoft.DurableTask/schedulers/retentionPolicies",
            "Microsoft.DurableTask/schedulers/taskHubs",
            "Microsoft.Insights/diagnosticSettings",
            "Microsoft.Insights/metricAlerts",
            "Microsoft.Insights/scheduledQueryRules",
            "Microsoft.Network/privateDnsZones",
            "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
        ];
        const string Mark = "Not checked: properties of ";
        var named = output.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
            .Select(line => line[Mark.Length..].Split(';')[0]);
        Assert.Equal(uncheckedTypes, named);
    }

    [Fact]
    public void Modules_AreAllUsed()
    {
        // Arrange
        var infra = Path.Combine(Repository.Root, "infra");
        var main = File.ReadAllText(Path.Combine(infra, "main.bicep"));

        // Assert
        Assert.All(
            Directory.GetFiles(Path.Combine(infra, "modules")),
            path => Assert.Contains($"'modules/{Path.GetFileName(path)}'", main, StringComparison.Ordinal));
    }

    [BicepFact]
    public async Task Check_SoundFile_AcceptsWhatBicepAllows()
    {
        // Act
        var (exitCode, output) = await BicepTools.RunAsync("check.mjs", "tests/infra/sound");

        // Assert
        Assert.True(exitCode == 0, output);
    }
}
