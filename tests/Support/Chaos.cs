using Serverless.Audit;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Tests.Support;

/// <summary>Uploads under kill -9, and what must be true afterwards.</summary>
internal static class Chaos
{
    // How long the app lives between two kills, its start included.
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1.5);

    /// <summary>Uploads videos one after the other, to the last kill, while the app is killed and started again at random moments.</summary>
    /// <returns>The cases, in the order of the uploads.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(RunningGate gate, int uploads, int kills, int seed)
    {
        var random = new Random(seed);
        var uploading = UploadAsync(gate, 0..uploads, Life * kills / uploads);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(50, 1500));
            await gate.App.KillAsync();
            await gate.App.StartAsync();
        }

        return await uploading;
    }

    /// <summary>Stops storage while cases are in the middle of their way; uploads go on once it answers again.</summary>
    public static async Task<IReadOnlyList<string>> CutStorageOffAsync(RunningGate gate, TimeSpan outage)
    {
        var before = await UploadAsync(gate, 0..10);
        await gate.Azurite.StopAsync();
        await Task.Delay(outage);
        await gate.Azurite.StartAsync();
        return [.. before, .. await UploadAsync(gate, 10..20)];
    }

    /// <summary>Every other video carries an AIGC label, so half of them end in quarantine.</summary>
    /// <param name="pause">Between two uploads.</param>
    public static async Task<IReadOnlyList<string>> UploadAsync(RunningGate gate, Range range, TimeSpan pause = default)
    {
        var caseIds = new List<string>();
        for (var index = range.Start.Value; index < range.End.Value; index++)
        {
            caseIds.Add(await gate.UploadAsync(Name(index), IsLabelled(index) ? Videos.Labelled : Videos.Clean));
            await Task.Delay(pause);
        }

        return caseIds;
    }

    /// <summary>Each upload is in the one right container, its case decided once, its audit chain valid.</summary>
    public static async Task AssertEndedExactlyOnceAsync(RunningGate gate, IReadOnlyList<string> caseIds, TimeSpan? patience = null)
    {
        for (var index = 0; index < caseIds.Count; index++)
        {
            var ended = await gate.UntilDecidedAsync(caseIds[index], patience ?? TimeSpan.FromMinutes(3));
            Assert.Equal(IsLabelled(index) ? CaseState.Quarantined : CaseState.Published, ended.State);
            var log = await gate.Audit.ReadAsync(ended.CaseId, ended.AuditHead);
            Assert.True(log.IsValid, log.Break?.Message);
            Assert.Single(log.Entries, entry => entry.Type == "decided");
            Assert.Single(log.Entries, entry => entry.Type is "published" or "quarantined");
        }

        var expected = Enumerable.Range(0, caseIds.Count).ToLookup(IsLabelled, Name);
        Assert.Equal(expected[true].Order(StringComparer.Ordinal), await gate.ListAsync(Containers.Quarantine));
        Assert.Equal(expected[false].Order(StringComparer.Ordinal), await gate.ListAsync(Containers.Published));
        Assert.Empty(await gate.ListAsync(Containers.Uploads));
    }

    private static bool IsLabelled(int index) => index % 2 == 1;

    private static string Name(int index) => $"video-{index:d5}.mp4";
}
