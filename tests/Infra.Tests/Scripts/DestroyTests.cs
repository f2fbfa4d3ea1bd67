using VideoGate.Infra.Tests.Compiler;

namespace VideoGate.Infra.Tests.Scripts;

[Trait("Needs", "minutes")]
public sealed class DestroyTests : IDisposable
{
    private const string Script = "destroy.sh";

    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [BicepFact]
    public async Task Destroy_Sure_DeletesEverything_AndCannotDoSoTwice()
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev", "--yes");
        var changes = _cloud.Changes;
        _cloud.Forget();
        var (secondCode, secondOutput) = await _cloud.RunAsync(Script, refuse: null, "dev", "--yes");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["delete group", "purge vault", "purge", "delete role", "delete role", "forget deployment", "forget deployment"], changes);
        Assert.Empty(_cloud.State.GetProperty("resources").EnumerateObject());
        Assert.Empty(_cloud.State.GetProperty("deployments").EnumerateObject());
        Assert.Equal(1, secondCode);
        Assert.Contains("nothing was deleted", secondOutput, StringComparison.Ordinal);
        Assert.Empty(_cloud.Changes);
    }

    [BicepTheory]
    [InlineData("GATE_NAME", "wacht")]
    [InlineData("GATE_LOCATION", "swedencentral")]
    public async Task Destroy_OtherNameOrLocation_DeletesNothing_AndNamesWhatThereIs(string setting, string value)
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");
        _cloud.Environment[setting] = value;
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev", "--yes");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Empty(_cloud.Changes);
        Assert.Contains("Groups of VideoGate in \"Examples\": rg-gate-dev-westeurope.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Done", output, StringComparison.Ordinal);
    }

    [BicepTheory]
    [InlineData("GATE_NAME", "wacht", "rg-wacht-dev-westeurope")]
    [InlineData("GATE_LOCATION", "swedencentral", "rg-gate-dev-swedencentral")]
    public async Task Destroy_ItsOwnNameOrLocation_LeavesTheOthers(string setting, string value, string group)
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");
        _cloud.Environment[setting] = value;
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev", "--yes");

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Contains($"Done: {group} is gone.", output, StringComparison.Ordinal);
        Assert.Equal(["rg-gate-dev-westeurope"], _cloud.Groups);
    }

    [BicepFact]
    public async Task Destroy_Production_RemovesItsLocks_AndANewOneGetsItsVaultBack()
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "prod", "--yes");
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");
        var changes = _cloud.Changes;
        _cloud.Forget();
        var (secondCode, secondOutput) = await _cloud.RunAsync("deploy.sh", refuse: null, "prod", "--yes");

        // Assert: purge protection keeps the vault.
        Assert.True(exitCode == 0, output);
        Assert.Equal(["unlock", "unlock", "delete group", "purge"], changes.Take(4));
        Assert.True(secondCode == 0, secondOutput);
        Assert.Contains("recover vault", _cloud.Changes);
    }

    [BicepFact]
    public async Task Destroy_NotConfirmed_DeletesNothing()
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");
        _cloud.Forget();

        // Act: no terminal to answer the prompt.
        var (exitCode, _) = await _cloud.RunAsync(Script, refuse: null, "dev");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Empty(_cloud.Changes);
    }

    [BicepFact]
    public async Task Destroy_AuditIsLocked_SaysWhyTheGroupStays_AndLeavesItsLocks()
    {
        // Arrange
        _cloud.Environment["GATE_LOCK_AUDIT"] = "yes";
        await _cloud.RunAsync("deploy.sh", refuse: null, "prod", "--yes");
        _cloud.Forget();

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null, "prod", "--yes");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains("Azure keeps its account until the retention ends", output, StringComparison.Ordinal);
        Assert.Empty(_cloud.Changes);
    }

    /// <remarks>What is left of an attempt is deleted by the next one.</remarks>
    [BicepTheory]
    [InlineData("keyvault purge")]
    [InlineData("role definition delete")]
    [InlineData("deployment sub delete")]
    public async Task Destroy_FailsHalfDone_GoesOnNextTime(string refused)
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");
        var (exitCode, _) = await _cloud.RunAsync(Script, refused, "dev", "--yes");
        Assert.Equal(1, exitCode);

        // Act
        var (secondCode, output) = await _cloud.RunAsync(Script, refuse: null, "dev", "--yes");

        // Assert
        Assert.True(secondCode == 0, output);
        Assert.Empty(_cloud.State.GetProperty("resources").EnumerateObject());
        Assert.Empty(_cloud.State.GetProperty("deployments").EnumerateObject());
    }
}
