using Microsoft.Data.Sqlite;
using Serverless.Cases;
using Serverless.Storage;
using Serverless.Tests.Support;

namespace Bench.Workflow;

/// <summary>What one batch of uploads came to.</summary>
/// <param name="Elapsed">From the first byte uploaded to the last case decided and moved.</param>
/// <param name="Latencies">From an upload's last byte to its decision, sorted.</param>
/// <param name="StorageCalls">Requests to storage for one upload, the app's own only.</param>
/// <param name="HistoryEvents">Events in the durable history for one upload.</param>
/// <param name="AppCpu">Processor time of the app for one upload.</param>
/// <param name="StorageCpu">Processor time of Azurite for one upload.</param>
internal sealed record Batch(
    int Uploads, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Latencies, double StorageCalls, double HistoryEvents, TimeSpan AppCpu, TimeSpan StorageCpu)
{
    private const int Uploaders = 4;

    public double PerSecond => Uploads / Elapsed.TotalSeconds;

    public TimeSpan Percentile(double share) => Latencies[(int)Math.Ceiling(share * Latencies.Count) - 1];

    /// <summary>Sends videos that nothing says AI of, and waits until all of them are published.</summary>
    /// <param name="every">Pause between two uploads; without one, four at a time as fast as storage takes them.</param>
    public static async Task<Batch> RunAsync(RunningGate gate, string prefix, int uploads, TimeSpan? every = null)
    {
        var callsBefore = gate.Azurite.Requests;
        var eventsBefore = HistoryLength(gate);
        var (appBefore, storageBefore) = (Machine.Cpu(gate.App.ProcessId), Machine.Cpu(gate.Azurite.ProcessId));
        var sent = new Upload[uploads];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, uploads),
            new ParallelOptions { MaxDegreeOfParallelism = every is null ? Uploaders : 1 },
            async (index, cancellation) =>
            {
                sent[index] = await Upload.SendAsync(gate.Storage, $"{prefix}/{index:d6}.mp4", Videos.Clean);
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
            cases.Add(await gate.UntilAsync(upload.CaseId, moderated => moderated.ClosedAt is not null));
            ownCalls++;
        }

        var elapsed = cases.Max(moderated => moderated.ClosedAt!.Value) - sent.Min(upload => upload.StoredAt);
        var latencies = sent.Zip(cases, (upload, moderated) => moderated.Decision!.DecidedAt - upload.StoredAt).Order().ToList();
        return new Batch(
            uploads,
            elapsed,
            latencies,
            (double)(gate.Azurite.Requests - callsBefore - ownCalls) / uploads,
            (double)(HistoryLength(gate) - eventsBefore) / uploads,
            (Machine.Cpu(gate.App.ProcessId) - appBefore) / uploads,
            (Machine.Cpu(gate.Azurite.ProcessId) - storageBefore) / uploads);
    }

    private static long HistoryLength(RunningGate gate)
    {
        using var connection = new SqliteConnection($"Data Source={gate.App.DurableDatabase};Mode=ReadOnly");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT COALESCE(SUM(json_array_length(events)), 0) FROM history";
        return (long)count.ExecuteScalar()!;
    }
}
