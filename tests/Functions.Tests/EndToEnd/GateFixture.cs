using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd;

/// <summary>
/// One running gate for all tests of a class; each uses its own blob names. Its platform has no code, so that an approval adds no label and
/// takes effect at once.
/// </summary>
public sealed class GateFixture : IAsyncLifetime
{
    internal RunningGate Gate { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Gate = await RunningGate.StartAsync(
        settings => settings["Labelling__ContentPropagator"] = "", keepsOrchestrations: true);

    public ValueTask DisposeAsync() => Gate.DisposeAsync();
}
