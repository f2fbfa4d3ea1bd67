using VideoGate.Infra.Tests.Compiler;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

/// <summary>The hooks that <c>azure.yaml</c> names do before and after <c>azd provision</c> what <c>deploy.sh</c> does.</summary>
[Trait("Needs", "minutes")]
public sealed class AzdTests : IDisposable
{
    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void Hooks_AreThere()
    {
        var hooks = File.ReadLines(Path.Combine(Repository.Root, "azure.yaml"))
            .Where(line => line.Contains("run: ", StringComparison.Ordinal))
            .Select(line => line.Split(": ")[1]);

        Assert.Equal(["infra/azd/preprovision.sh", "infra/azd/postprovision.sh"], hooks);
        Assert.All(hooks, hook => Assert.True(File.Exists(Path.Combine(Repository.Root, hook)), hook));
    }

    [BicepFact]
    public async Task Preprovision_MakesTheImage_AndTellsAzdWhatItFoundOut()
    {
        // Arrange
        _cloud.Environment["AZURE_ENV_NAME"] = "dev";
        _cloud.Environment["AZURE_LOCATION"] = "swedencentral";

        // Act
        var (exitCode, output) = await _cloud.RunAsync("azd/preprovision.sh", refuse: null);

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(["deploy foundation", "build"], _cloud.Changes);
        string[] told = ["GATE_IMAGE videogate:0123456789ab", "GATE_LOCATION swedencentral", "GATE_AUDIT_LOCKED false"];
        Assert.All(told, setting => Assert.Contains($"azd env set {setting}", _cloud.Calls));
        Assert.Contains(_cloud.Calls, call => call.StartsWith("azd env set GATE_BUDGET_START 20", StringComparison.Ordinal));
    }

    [BicepFact]
    public async Task Preprovision_Production_AsksFirst()
    {
        // Arrange
        _cloud.Environment["AZURE_ENV_NAME"] = "prod";

        // Act
        var (exitCode, output) = await _cloud.RunAsync("azd/preprovision.sh", refuse: null);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains("nothing was changed", output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Changes);
    }

    /// <remarks>azd passes the outputs of main.bicep in the environment.</remarks>
    [BicepFact]
    public async Task Postprovision_ConnectsAndTries()
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");
        _cloud.Forget();
        var outputs = _cloud.State.GetProperty("deployments").GetProperty("gate-dev-westeurope").GetProperty("properties")
            .GetProperty("outputs");
        foreach (var output in outputs.EnumerateObject())
        {
            _cloud.Environment[output.Name] = output.Value.GetProperty("value").GetString()!;
        }

        _cloud.Environment["AZURE_ENV_NAME"] = "dev";

        // Act
        var (exitCode, said) = await _cloud.RunAsync("azd/postprovision.sh", refuse: null);

        // Assert
        Assert.True(exitCode == 0, said);
        Assert.Equal(["send events", "upload"], _cloud.Changes);
    }
}
