using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow;

/// <summary>Results of one batch of uploads.</summary>
/// <param name="Elapsed">From the first byte uploaded to the last decision.</param>
/// <param name="Latencies">From an upload's last byte to its decision, sorted.</param>
/// <param name="StorageCalls">Storage requests per upload, excluding those of this program.</param>
/// <param name="AppCpu">CPU time of host and worker per upload, excluding child processes.</param>
/// <param name="StorageCpu">CPU time of Azurite per upload.</param>
internal sealed record Batch(
    int Uploads, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Latencies, double StorageCalls, TimeSpan AppCpu, TimeSpan StorageCpu)
{
    private const int Uploaders = 4;

    public double PerSecond => Uploads / Elapsed.TotalSeconds;

    public TimeSpan Percentile(double share) => Latencies[(int)Math.Ceiling(share * Latencies.Count) - 1];

    /// <summary>Sends videos and waits until each is decided and has left <c>uploads</c>.</summary>
    /// <param name="every">Interval between uploads; without one, four in parallel as fast as storage accepts them.</param>
    public static async Task<Batch> RunAsync(RunningGate gate, string prefix, BinaryData video, int uploads, TimeSpan? every = null)
    {
        var worker = await gate.App.WorkerIdAsync();
        TimeSpan AppCpu() => Machine.Cpu(gate.App.ProcessId) + Machine.Cpu(worker);
        var callsBefore = gate.Azurite.Requests;
        var (appBefore, storageBefore) = (AppCpu(), Machine.Cpu(gate.Azurite.ProcessId));
        var sent = new Upload[uploads];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, uploads),
            new ParallelOptions { MaxDegreeOfParallelism = every is null ? Uploaders : 1 },
            async (index, cancellation) =>
            {
                sent[index] = await Upload.SendAsync(gate.Storage, $"{prefix}/{index:d6}.mp4", video);
                await Task.Delay(every ?? TimeSpan.Zero, cancellation);
            });

        var ownCalls = uploads;
        while ((await gate.ListAsync(Containers.Uploads)).Count > 0)
        {
            ownCalls++;
            await Task.Delay(200);
        }

        var cases = new List<ModerationCase>();
        foreach (var upload in sent)
        {
            cases.Add(await gate.UntilDecidedAsync(upload.CaseId));
            ownCalls++;
        }

        var elapsed = cases.Max(moderated => moderated.Decision!.DecidedAt) - sent.Min(upload => upload.StoredAt);
        return new Batch(
            uploads,
            elapsed,
            [.. sent.Zip(cases, (upload, moderated) => moderated.Decision!.DecidedAt - upload.StoredAt).Order()],
            (double)(gate.Azurite.Requests - callsBefore - ownCalls) / uploads,
            (AppCpu() - appBefore) / uploads,
            (Machine.Cpu(gate.Azurite.ProcessId) - storageBefore) / uploads);
    }
}
