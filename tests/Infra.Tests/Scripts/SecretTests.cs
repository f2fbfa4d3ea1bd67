using VideoGate.Infra.Tests.Compiler;

namespace VideoGate.Infra.Tests.Scripts;

[Trait("Needs", "minutes")]
public sealed class SecretTests : IDisposable
{
    private const string Script = "secret.sh";

    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [BicepFact]
    public async Task Secret_Setting_IsWrittenAsItIs_AndTheNextDeploymentNamesIt()
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "line 1\n\"line\" \\2\n", ["dev", "Audit__SigningKey"]);
        _cloud.Environment["GATE_SECRET_NAMES"] = """["Audit__SigningKey"]""";
        var (secondCode, secondOutput) = await _cloud.RunAsync("deploy.sh", refuse: null, "dev");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal("line 1\n\"line\" \\2", Secrets()["audit-signingkey"]);
        Assert.DoesNotContain(_cloud.Calls, call => call.Contains("line 1", StringComparison.Ordinal));
        Assert.True(secondCode == 0, secondOutput);
    }

    /// <remarks>The fake refuses an app whose secrets are not there, as Container Apps does.</remarks>
    [BicepFact]
    public async Task Deploy_SecretIsMissing_Fails()
    {
        // Arrange
        _cloud.Environment["GATE_SECRET_NAMES"] = """["Audit__SigningKey"]""";

        // Act
        var (exitCode, output) = await _cloud.RunAsync("deploy.sh", refuse: null, "dev");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains("audit-signingkey", output, StringComparison.Ordinal);
    }

    [BicepFact]
    public async Task Rotate_ChangesEveryKey_ThenTheApp_ThenEventGrid()
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");
        var before = Secrets();
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev", "--rotate");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(["write secret", "write secret", "write secret", "write secret", "restart", "send events"], _cloud.Changes);
        var after = Secrets();
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, secret => Assert.NotEqual(secret.Value, after[secret.Key]));
        Assert.Equal(before.Count, after.Values.Distinct().Count());
        Assert.All(after.Values, secret => Assert.Matches("^[0-9a-f]{64}$", secret));
    }

    [BicepFact]
    public async Task Secret_NothingIsDeployed_SaysSo()
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev", "--rotate");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains("there is no rg-gate-dev-westeurope", output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Changes);
    }

    private Dictionary<string, string> Secrets() => _cloud.State.GetProperty("secrets").EnumerateObject()
        .ToDictionary(secret => secret.Name.Split('/')[1], secret => secret.Value.GetString()!);
}
