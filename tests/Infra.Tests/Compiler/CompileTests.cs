using VideoGate.Infra.Tests.Scripts;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Compiler;

/// <summary><c>infra/compile.sh</c>: no diagnostics, formatted, and the golden snapshots say what is deployed.</summary>
[Trait("Needs", "minutes")]
public sealed class CompileTests : IDisposable
{
    private const string Script = "infra/compile.sh";

    private readonly InfraCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [BicepFact]
    public void Compile_Infra_HasNoDiagnostic_AndItsSnapshotsAreCurrent()
    {
        // Act
        var (exitCode, output) = Bicep.Run(Repository.Root, Script);

        // Assert
        Assert.True(exitCode == 0, output);
    }

    /// <remarks>Each as somebody would write it; the compiler calls all of them warnings and exits with 0.</remarks>
    [BicepTheory]
    [InlineData("modules/monitoring.bicep", "retentionInDays: retentionDays", "retentionInDays: 'thirty'", "BCP036")]
    [InlineData("modules/safety.bicep", "disableLocalAuth: true", "disableLocalAuht: true", "BCP089")]
    [InlineData("modules/identity.bicep", "@2024-11-30", "@1999-01-01", "BCP081")]
    [InlineData("modules/storageAccount.bicep", "publicAccess: 'None'", "publicAccess: 'Nobody'", "BCP036")]
    [InlineData("modules/subscription.bicep", "#disable-next-line use-secure-value-for-secure-inputs", "//", "use-secure-value")]
    [InlineData("modules/identity.bicep", "  name: name\n", "  name:   name\n", "not formatted")]
    public void Compile_Warning_Fails(string file, string right, string wrong, string expected)
    {
        // Arrange
        _copy.Replace(file, right, wrong);

        // Act
        var (exitCode, output) = Bicep.Run(_copy.Root, Script);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), output, StringComparison.Ordinal);
    }

    [BicepFact]
    public void Compile_OtherResources_ShowAsReadableDifferences()
    {
        // Arrange
        _copy.Replace("prod.bicepparam", "capacity: 3", "capacity: 1");

        // Act
        var (exitCode, output) = Bicep.Run(_copy.Root, Script);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains("Microsoft.DurableTask/schedulers/dts-gate-prod-", output, StringComparison.Ordinal);
        Assert.Contains("properties.sku.capacity", output, StringComparison.Ordinal);
        Assert.Contains("prod.bicepparam deploys other resources than its snapshot says", output, StringComparison.Ordinal);
    }
}
