using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Testing.App;

/// <summary>Uploads while processes are killed and storage is stopped, and the invariants afterwards.</summary>
/// <param name="WorkerKills">Number of kills of the worker alone.</param>
/// <param name="HostKills">Number of kills of host and worker.</param>
/// <param name="Outage">Duration of one storage outage; zero for none.</param>
internal sealed record Chaos(int WorkerKills, int HostKills, TimeSpan Outage)
{
    // Between two uploads: long enough that some are in progress when a fault occurs, and some have ended.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Uploads videos one after the other; faults occur between them, in random order, while earlier ones are still in progress.
    /// </summary>
    /// <returns>The cases, in the order of the uploads.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(RunningGate gate, int uploads, int seed)
    {
        var random = new Random(seed);
        var happenings = Happenings(gate).ToArray();
        random.Shuffle(happenings);
        var caseIds = new List<string>();
        for (var index = 0; index < uploads; index++)
        {
            caseIds.AddRange(await UploadAsync(gate, index..(index + 1)));
            await Task.Delay(LongestPause * random.NextDouble());
            foreach (var happening in happenings.Where((_, at) => (at + 1) * uploads / (happenings.Length + 1) == index))
            {
                await happening();
            }
        }

        return caseIds;
    }

    private IEnumerable<Func<Task>> Happenings(RunningGate gate)
    {
        for (var kill = 0; kill < WorkerKills; kill++)
        {
            yield return gate.App.KillWorkerAsync;
        }

        for (var kill = 0; kill < HostKills; kill++)
        {
            yield return async () =>
            {
                await gate.App.KillAsync();
                await gate.App.StartAsync();
            };
        }

        if (Outage > TimeSpan.Zero)
        {
            yield return async () =>
            {
                await gate.Azurite.StopAsync();
                await Task.Delay(Outage);
                await gate.Azurite.StartAsync();
            };
        }
    }

    /// <summary>Every other video has an AIGC label, so half of them end in quarantine.</summary>
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

    /// <summary>Each upload is in its one correct container, its case decided once, its audit chain valid.</summary>
    public static async Task AssertEndedExactlyOnceAsync(RunningGate gate, IReadOnlyList<string> caseIds, TimeSpan? maxWait = null)
    {
        for (var index = 0; index < caseIds.Count; index++)
        {
            var ended = await gate.UntilDecidedAsync(caseIds[index], maxWait ?? TimeSpan.FromMinutes(6));
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

    /// <summary>Gets whether an upload has a label, for which the policy holds it.</summary>
    public static bool IsLabelled(int index) => index % 2 == 1;

    private static string Name(int index) => $"video-{index:d5}.mp4";
}
