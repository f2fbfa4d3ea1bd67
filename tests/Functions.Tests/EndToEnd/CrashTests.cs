using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd;

/// <summary>Kills the app and stops storage during uploads; <c>tests/bench/workflow -- crash</c> does so for longer.</summary>
[Trait("Needs", "services")]
public sealed class CrashTests
{
    [Fact]
    public async Task Upload_WhileProcessesAreKilledAndStorageGoesAway_EndsExactlyOnce()
    {
        await using var gate = await RunningGate.StartAsync(keepsOrchestrations: true);
        var chaos = new Chaos(WorkerKills: 2, HostKills: 1, Outage: TimeSpan.FromSeconds(8));

        var caseIds = await chaos.RunAsync(gate, uploads: 16, seed: 7);

        await Chaos.AssertEndedExactlyOnceAsync(gate, caseIds);
    }
}
