namespace VideoGate.Infra.Tests.Scripts;

public sealed class DestroyTests : IDisposable
{
    private const string Script = "destroy.sh";

    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task Destroy_Sure_DeletesEverything_AndFindsNothingTheSecondTime()
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
        Assert.True((exitCode, secondCode) == (0, 0), output + secondOutput);
        Assert.Equal(["delete group", "purge", "delete role", "forget deployment"], changes);
        Assert.Contains("There is no rg-gate-dev", secondOutput, StringComparison.Ordinal);
        Assert.Empty(_cloud.Changes);
    }

    [Fact]
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

    [Fact]
    public async Task Destroy_GroupStays_SaysWhyItMay()
    {
        // Arrange
        await _cloud.RunAsync("deploy.sh", refuse: null, "dev");

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, "group delete", "dev", "--yes");

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains("A locked audit policy keeps its account", output, StringComparison.Ordinal);
        Assert.DoesNotContain("purge", _cloud.Changes);
    }
}
