using Microsoft.DurableTask.Client;
using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd.Maintenance;

[Trait("Needs", "services")]
public sealed class RetentionTests
{
    [Fact]
    public async Task PurgeHistories_LongEnded_AreGoneUnlessTheirCaseIsOpen()
    {
        await using var gate =
            await RunningGate.StartAsync(settings => settings["Retention__Histories"] = "1.00:00:00", keepsOrchestrations: true);
        var (old, young, waiting, failed) =
            (await UploadAsync(gate, "old"), await UploadAsync(gate, "young"), await UploadAsync(gate, "waiting", Videos.Labelled),
                await UploadAsync(gate, "failed", Videos.Labelled));
        await gate.App.KillAsync();
        RuntimeState.FailInstance(gate, failed);
        foreach (var instance in (string[])[old, waiting, failed])
        {
            RuntimeState.AgeInstance(gate, instance, TimeSpan.FromDays(2));
        }

        await gate.App.StartAsync();
        var ended = await gate.RunAsync("PurgeHistories", "Purged ");

        Assert.Contains("Purged 1 histories", ended, StringComparison.Ordinal);
        Assert.EndsWith("kept 1 of cases that are open.", ended, StringComparison.Ordinal);
        Assert.Null(RuntimeState.StatusOf(gate, old));
        Assert.NotNull(RuntimeState.StatusOf(gate, young));
        Assert.Equal(OrchestrationRuntimeStatus.Running, RuntimeState.StatusOf(gate, waiting));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, RuntimeState.StatusOf(gate, failed));
        Assert.NotNull(await gate.Cases.GetAsync(old));
    }

    private static async Task<string> UploadAsync(RunningGate gate, string name, BinaryData? video = null)
    {
        var caseId = await gate.UploadAsync($"{name}.mp4", video ?? Videos.Clean);
        await gate.UntilDecidedAsync(caseId, BrokenGate.MaxWait);

        // The case is closed before its orchestration ends.
        while (video is null && RuntimeState.StatusOf(gate, caseId) is not OrchestrationRuntimeStatus.Completed)
        {
            await Task.Delay(100);
        }

        return caseId;
    }
}
