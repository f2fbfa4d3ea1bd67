using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Serverless.Cases;

namespace Serverless.Audit;

/// <summary>Verifies every audit log against its case, on the schedule in <c>AuditVerification:Schedule</c>.</summary>
public sealed partial class VerifyAuditLogs(CaseStore cases, AuditLog audit, AuditMetrics metrics, ILogger<VerifyAuditLogs> logger)
{
    private const int Parallelism = 8;

    [Function(nameof(VerifyAuditLogs))]
    public async Task RunAsync([TimerTrigger("%AuditVerification:Schedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        // From both sides: a log that was deleted is found by its case, a log whose case was deleted by itself.
        var caseIds = await cases.ListAsync(cancellationToken).ToHashSetAsync(cancellationToken: cancellationToken);
        caseIds.UnionWith(await audit.ListAsync(cancellationToken).ToHashSetAsync(cancellationToken: cancellationToken));
        var broken = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(caseIds, options, async (caseId, cancellation) =>
        {
            if (!await VerifyAsync(caseId, cancellation))
            {
                Interlocked.Increment(ref broken);
            }
        });
        Log.Verified(logger, caseIds.Count, broken);
    }

    private async Task<bool> VerifyAsync(string caseId, CancellationToken cancellationToken)
    {
        // The case first: a log only grows, so that it holds all that the case remembers.
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
        public static partial void Verified(ILogger logger, int count, int broken);

        [LoggerMessage(4002, LogLevel.Critical, "The audit log of case {CaseId} is broken at entry {Sequence} ({Fault}): {Message}")]
        public static partial void Broken(ILogger logger, string caseId, long sequence, AuditFault fault, string message);

        [LoggerMessage(4003, LogLevel.Warning, "There is an audit log of case {CaseId}, but no such case: it was removed, or it was never opened.")]
        public static partial void CaseMissing(ILogger logger, string caseId);
    }
}
