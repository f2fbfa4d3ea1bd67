using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Audit.Verification;

/// <summary>
/// Verifies all audit logs in the order of their case ids, over as many runs as needed; holds two pages of ids in memory.
/// Saves its progress in a checkpoint: an interrupted run repeats at most a few hundred logs.
/// </summary>
public sealed partial class AuditVerifier(
    BlobStorage storage, CaseStore cases, AuditLog audit, AuditMetrics metrics, TimeProvider time, ILogger<AuditVerifier> logger)
{
    private const int Parallelism = 8;

    // Below functionTimeout in host.json, with margin to finish the current logs.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(20);

    internal int LogsPerCheckpoint { get; init; } = 500;

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
        await foreach (var listed in CaseListing.ReadAsync(cases, audit, pass.Place, pass.After, cancellationToken)
            .Chunk(LogsPerCheckpoint))
        {
            pass = pass.Past(listed[^1], listed.Length, await VerifyAsync(listed, cancellationToken));
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

    /// <returns>The number of broken logs.</returns>
    private async Task<int> VerifyAsync(IEnumerable<ListedCase> listed, CancellationToken cancellationToken)
    {
        var broken = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(listed, options, async (found, cancellation) =>
        {
            if (!await VerifyAsync(found.CaseId, cancellation))
            {
                Interlocked.Increment(ref broken);
            }
        });
        return broken;
    }

    private async Task<bool> VerifyAsync(string caseId, CancellationToken cancellationToken)
    {
        // Read the case first: logs only grow, and a log read later contains every entry that the case records.
        var stored = await cases.GetAsync(caseId, cancellationToken);
        var trail = await audit.ReadAsync(caseId, stored?.Case.AuditHead, cancellationToken);
        metrics.Verified(trail.IsValid);
        if (stored is null)
        {
            Log.CaseMissing(logger, caseId);
        }

        if (trail.Break is { } broken)
        {
            Log.Broken(logger, caseId, broken.Sequence, broken.Fault, broken.Message);
        }

        return trail.IsValid;
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "Verified {Count} audit logs, {Broken} of them broken.")]
        public static partial void Verified(ILogger logger, long count, long broken);

        [LoggerMessage(4002, LogLevel.Critical, "The audit log of case {CaseId} is broken at entry {Sequence} ({Fault}): {Message}")]
        public static partial void Broken(ILogger logger, string caseId, long sequence, AuditFault fault, string message);

        [LoggerMessage(4003, LogLevel.Warning,
            "There is an audit log of case {CaseId}, but no such case: it was removed, or it was never opened.")]
        public static partial void CaseMissing(ILogger logger, string caseId);

        [LoggerMessage(4004, LogLevel.Information,
            "So far {Count} audit logs are verified, {Broken} of them broken; the next run goes on from there.")]
        public static partial void GoesOn(ILogger logger, long count, long broken);
    }
}
