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

    /// <remarks>
    /// Each as somebody would write it; the compiler calls all of them warnings and exits with 0. In one run, because each takes half a
    /// minute.
    /// </remarks>
    [BicepFact]
    public void Compile_Warnings_FailAndAreNamedWithTheirFiles() => AssertFails(
        ("modules/monitoring.bicep", "retentionInDays: retentionDays", "retentionInDays: 'thirty'", "BCP036"),
        ("modules/safety.bicep", "disableLocalAuth: true", "disableLocalAuht: true", "BCP089"),
        ("modules/identity.bicep", "@2024-11-30", "@1999-01-01", "BCP081"),
        ("modules/storageAccount.bicep", "publicAccess: 'None'", "publicAccess: 'Nobody'", "BCP036"),
        ("modules/subscription.bicep", "#disable-next-line use-secure-value-for-secure-inputs", "//", "use-secure-value"));

    [BicepFact]
    public void Compile_Unformatted_FailsAndIsNamed() =>
        AssertFails(("modules/identity.bicep", "  name: name\n", "  name:   name\n", "not formatted"));

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

    private void AssertFails(params (string File, string Right, string Wrong, string Expected)[] faults)
    {
        // Arrange
        Array.ForEach(faults, fault => _copy.Replace(fault.File, fault.Right, fault.Wrong));

        // Act
        var (exitCode, output) = Bicep.Run(_copy.Root, Script);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.All(faults, fault => Assert.Contains(output.Split('\n'), line =>
            line.Contains(fault.Expected, StringComparison.Ordinal)
            && line.Contains(Path.GetFileName(fault.File), StringComparison.Ordinal)));
    }
}
