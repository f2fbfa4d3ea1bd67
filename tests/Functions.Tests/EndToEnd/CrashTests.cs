using Serverless.Audit;
using Serverless.Cases;
using Serverless.Storage;
using Serverless.Tests.Support;

namespace Serverless.Tests.EndToEnd;

/// <summary>The app is killed while uploads flow; <c>tests/bench/workflow</c> holds the long run.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Kill_WhileUploadsFlow_EveryUploadEndsExactlyOnce()
    {
        await using var gate = await RunningGate.StartAsync(keepsOrchestrations: true);

        var caseIds = await Chaos.RunAsync(gate, uploads: 24, kills: 5, seed: 7);

        await Chaos.AssertEndedExactlyOnceAsync(gate, caseIds);
    }

    [Fact]
    public async Task StorageOutage_WhileUploadsFlow_NothingIsLost()
    {
        await using var gate = await RunningGate.StartAsync(keepsOrchestrations: true);

        var caseIds = await Chaos.CutStorageOffAsync(gate, TimeSpan.FromSeconds(8));

        await Chaos.AssertEndedExactlyOnceAsync(gate, caseIds);
    }
}
