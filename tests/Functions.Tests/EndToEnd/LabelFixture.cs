using AiLabels.Testing.C2pa;
using VideoGate.Testing.App;
using VideoGate.Tests.Publishing;

namespace VideoGate.Tests.EndToEnd;

/// <summary>A gate whose platform has a code, under a policy without undo: decisions take effect at once.</summary>
public sealed class LabelFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _policies = Directory.CreateTempSubdirectory("policies-");

    /// <summary>Issued the certificate with which the platform signs.</summary>
    internal static TestPki Platform { get; } = TestPki.Root("CN=Platform Root");

    internal RunningGate Gate { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var policy = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Policies", "cn-moderated.json"));
        await File.WriteAllTextAsync(
            Path.Combine(_policies.FullName, "policy.json"), policy.Replace("\"undoWindow\": \"PT5M\",", "", StringComparison.Ordinal));
        Gate = await RunningGate.StartAsync(settings =>
        {
            settings["Policies__Folder"] = _policies.FullName;
            settings["Labelling__ContentPropagator"] = ApprovedCase.Platform;
            settings["Labelling__EncoderPreset"] = "ultrafast";
            settings["Labelling__Signer"] = TestClaimSigner.Pkcs12(Platform);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        _policies.Delete(recursive: true);
    }
}
