namespace VideoGate.Infra.Tests.Scripts;

public sealed class AuditTests : IDisposable
{
    private const string Script = "audit.sh";

    private readonly FakeCloud _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public async Task Audit_NothingIsKnown_SaysSo()
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null);

        // Assert
        Assert.True(exitCode == 0, output);
        Assert.Contains("dotnet list Serverless.sln package --vulnerable --include-transitive", _cloud.Calls);
        Assert.Contains("No package of Serverless.sln is known to be vulnerable.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_VulnerablePackage_IsNamedWithTheRemedy()
    {
        // Arrange
        _cloud.Environment["FAKE_VULNERABLE"] = "Leaky.Package";

        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: null);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains("Leaky.Package", output, StringComparison.Ordinal);
        Assert.Contains("Raise their versions in Directory.Packages.props", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_FeedCannotBeAsked_ClaimsNothing()
    {
        // Act
        var (exitCode, output) = await _cloud.RunAsync(Script, refuse: "feed.example");

        // Assert
        Assert.Equal(3, exitCode);
        Assert.Contains("Nothing was found out", output, StringComparison.Ordinal);
        Assert.DoesNotContain("known to be vulnerable", output, StringComparison.Ordinal);
    }
}
