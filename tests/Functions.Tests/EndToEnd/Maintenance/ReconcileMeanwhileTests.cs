using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.DurableTask.Client;
using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd.Maintenance;

/// <summary>Reconciliation while the app works: it ignores cases in progress.</summary>
[Trait("Needs", "services")]
public sealed partial class ReconcileMeanwhileTests
{
    [Fact]
    public async Task Reconcile_WhileUploadsFlow_ChangesNoCaseAndEachUploadEndsOnce()
    {
        await using var gate = await StartAsync();

        var uploading = Chaos.UploadAsync(gate, 0..16, TimeSpan.FromMilliseconds(300));
        List<string> runs = [];
        while (!uploading.IsCompleted || (await gate.ListAsync(Containers.Uploads)).Count > 0)
        {
            runs.Add(await gate.ReconcileAsync());
        }

        await Chaos.AssertEndedExactlyOnceAsync(gate, await uploading, BrokenGate.MaxWait);
        Assert.NotEmpty(runs);
        Assert.All(runs, run => Assert.EndsWith("not repaired: nothing.", run, StringComparison.Ordinal));
        foreach (var caseId in await uploading)
        {
            var stored = await gate.Cases.RequireAsync(caseId);
            Assert.DoesNotContain((await gate.Audit.ReadAsync(caseId, stored.Case.AuditHead)).Entries, entry => entry.Type == "repaired");
        }
    }

    [Fact]
    public async Task Reconcile_AppKilledInTheMiddle_NextRunGoesOn()
    {
        await using var gate = await StartAsync(("Reconciliation__MaxPerRun", "3"));
        var caseIds = await Chaos.UploadAsync(gate, 0..8);
        await Chaos.AssertEndedExactlyOnceAsync(gate, caseIds, BrokenGate.MaxWait);
        await gate.App.RunTimerAsync("Reconcile");
        await gate.App.KillAsync();
        foreach (var caseId in caseIds)
        {
            RuntimeState.LoseInstance(gate, caseId);
        }

        await ReleaseAsync(gate);
        await gate.App.StartAsync();
        await BrokenGate.RestAsync();

        var restarted = 0;
        for (var run = 0; run < 3; run++)
        {
            var ended = await gate.ReconcileAsync();
            restarted += LostInstances().Match(ended) is { Success: true } match
                ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
                : 0;
        }

        Assert.Equal(caseIds.Count / 2, restarted);
        Assert.All(caseIds.Index().Where(item => item.Index % 2 == 1),
            item => Assert.Equal(OrchestrationRuntimeStatus.Running, RuntimeState.StatusOf(gate, item.Item)));
    }

    // A killed run expires after some minutes; here at once.
    private static async Task ReleaseAsync(RunningGate gate) =>
        await gate.Storage.Blob(new(Containers.Cases, "reconciliation.json")).DeleteIfExistsAsync();

    private static Task<RunningGate> StartAsync(params (string Name, string Value)[] settings) => RunningGate.StartAsync(all =>
    {
        all["Reconciliation__GracePeriod"] = "00:00:01";
        all["Reconciliation__AllCasesEvery"] = "00:00:00";
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }
    }, keepsOrchestrations: true);

    [GeneratedRegex(@"lost-instance (\d+)")]
    private static partial Regex LostInstances();
}
