using Microsoft.Extensions.Logging;
using VideoGate.Audit.Anchors;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Audit.Verification;

/// <summary>
/// Verifies the manifests, then all cases and their logs in the order of their ids, over as many runs as needed; holds two pages of ids in
/// memory, and the anchored heads. Saves its progress in a checkpoint: an interrupted run repeats at most a few hundred logs.
/// </summary>
public sealed partial class AuditVerifier(
    BlobStorage storage, CaseStore cases, AuditLog audit, CaseIntegrity integrity, AnchorStore manifests, AnchorChain chain,
    IEnumerable<ICaseIndex> indexes, AuditMetrics metrics, TimeProvider time, ILogger<AuditVerifier> logger)
{
    private const int Parallelism = 8;

    // Below functionTimeout in host.json, with margin to finish the current logs.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(20);

    internal int LogsPerCheckpoint { get; init; } = 500;

    private readonly CaseVerifier _case = new(cases, audit, integrity, indexes, time, logger);

    private readonly ResumableWork<VerificationPass> _work = new(
        storage.Blob(new(Containers.Cases, "audit-verification.json")), VerificationJson.Default.CheckpointVerificationPass, time);

    /// <summary>Starts a verification of all logs, or continues the unfinished one.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => RunAsync(VerificationPass.Start, cancellationToken);

    /// <summary>Continues an unfinished verification, if any.</summary>
    public async Task ContinueAsync(CancellationToken cancellationToken)
    {
        if (await _work.LookAsync(cancellationToken) is not null)
        {
            await RunAsync(start: null, cancellationToken);
        }
    }

    private async Task RunAsync(VerificationPass? start, CancellationToken cancellationToken)
    {
        await using var run = await _work.TakeUpAsync(cancellationToken);
        if ((run?.Progress ?? start) is not { } pass || run is null)
        {
            return;
        }

        var began = time.GetTimestamp();
        using var anchors = new AnchorWindow(manifests, chain);
        NameBroken(await anchors.AllAsync(cancellationToken), isFirstRun: pass.After is null);
        await foreach (var listed in CaseListing.ReadAsync(cases, audit, pass.Place, pass.After, anchors, cancellationToken)
            .Chunk(LogsPerCheckpoint))
        {
            pass = pass.Past(listed[^1], listed.Length, await VerifyAsync(listed, anchors, cancellationToken));
            if (!await run.SaveAsync(pass, cancellationToken))
            {
                return;
            }

            if (time.GetElapsedTime(began) > LongestRun)
            {
                Log.GoesOn(logger, pass.Count, pass.Broken);
                return;
            }
        }

        Log.Verified(logger, pass.Count, pass.Broken);
        await run.SaveAsync(progress: null, cancellationToken);
    }

    private void NameBroken(IEnumerable<AnchorBreak> breaks, bool isFirstRun)
    {
        foreach (var broken in isFirstRun ? breaks : [])
        {
            metrics.BrokenManifest();
            Log.ManifestBroken(logger, broken.Name, broken.Fault, broken.Message);
        }
    }

    /// <returns>The number of broken logs.</returns>
    private async Task<int> VerifyAsync(IEnumerable<ListedCase> listed, AnchorWindow anchors, CancellationToken cancellationToken)
    {
        var broken = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(listed, options, async (found, cancellation) =>
        {
            var isValid = await _case.VerifyAsync(found.CaseId, await anchors.ForAsync(found.CaseId, cancellation), cancellation);
            metrics.Verified(isValid);
            if (!isValid)
            {
                Interlocked.Increment(ref broken);
            }
        });
        return broken;
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Verified {Count} audit logs, {Broken} of them broken.")]
        public static partial void Verified(ILogger logger, long count, long broken);

        [LoggerMessage(4004, LogLevel.Information,
            "Verified {Count} audit logs so far, {Broken} of them broken; the next run continues from there.")]
        public static partial void GoesOn(ILogger logger, long count, long broken);

        [LoggerMessage(4010, LogLevel.Critical, "Manifest {Manifest} of the audit logs is broken ({Fault}): {Message}")]
        public static partial void ManifestBroken(ILogger logger, string manifest, AnchorFault fault, string message);
    }
}
