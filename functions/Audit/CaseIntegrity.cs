using AiLabels.Reports;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>
/// Compares cases with their audit logs, before every action and every night. Marks only a case that disagrees.
/// </summary>
public sealed partial class CaseIntegrity(
    CaseStore cases, AuditLog audit, AuditSigner signer, AuditMetrics metrics, TimeProvider time, ILogger<CaseIntegrity> logger)
{
    /// <remarks>
    /// The log is read after the case. A break counts only if the case did not change in the meantime: a review writes its case first, so
    /// the log of an unchanged case cannot hold more of it.
    /// </remarks>
    public async Task<CheckedCase> CheckAsync(StoredCase stored, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        while (true)
        {
            var trail = await audit.ReadAsync(stored.Case.CaseId, stored.Case.AuditHead, cancellationToken);
            var found = trail.Break ?? CaseAgreement.FirstBreak(stored.Case, trail, signer, time.GetUtcNow());
            var current = found is null ? stored : await cases.RequireAsync(stored.Case.CaseId, cancellationToken);
            if (current.ETag == stored.ETag && await MarkAsync(stored, found, cancellationToken) is { } marked)
            {
                return new(marked, trail, found);
            }

            stored = await cases.RequireAsync(stored.Case.CaseId, cancellationToken);
        }
    }

    /// <exception cref="CaseBrokenException">The case and its log disagree.</exception>
    public async Task<CheckedCase> RequireAsync(StoredCase stored, CancellationToken cancellationToken = default)
    {
        var held = await CheckAsync(stored, cancellationToken);
        return held.Break is { } found ? throw new CaseBrokenException(held.Stored.Case.CaseId, found) : held;
    }

    /// <summary>Reads a case and compares it.</summary>
    /// <exception cref="InvalidOperationException">The case does not exist.</exception>
    public async Task<CheckedCase> ReadAsync(string caseId, CancellationToken cancellationToken = default) =>
        await CheckAsync(await cases.RequireAsync(caseId, cancellationToken), cancellationToken);

    /// <summary>Seals the events of a case about to be written.</summary>
    internal ModerationCase Seal(ModerationCase written) => CaseSeal.Apply(written, signer);

    /// <returns>The case with its mark, or null after a concurrent change.</returns>
    private async Task<StoredCase?> MarkAsync(StoredCase stored, AuditBreak? found, CancellationToken cancellationToken)
    {
        var known = stored.Case.Broken;
        var fault = found is null ? null : CamelCase.Name(found.Fault);
        if ((known?.Sequence, known?.Fault) == (found?.Sequence, fault))
        {
            return stored;
        }

        var mark = found is null ? null : new CaseBreak(found.Sequence, fault!, found.Message, time.GetUtcNow());
        var marked = await cases.ReplaceAsync(stored, stored.Case with { Broken = mark }, cancellationToken);
        if (marked is not null && found is not null)
        {
            metrics.Broken(fault!);
            Log.Broken(logger, stored.Case.CaseId, found.Sequence, found.Fault, found.Message);
        }
        else if (marked is not null)
        {
            Log.Agrees(logger, stored.Case.CaseId);
        }

        return marked;
    }

    private static partial class Log
    {
        [LoggerMessage(4005, LogLevel.Critical,
            "Case {CaseId} is on hold: it disagrees with its audit log at entry {Sequence} ({Fault}). {Message}")]
        public static partial void Broken(ILogger logger, string caseId, long sequence, AuditFault fault, string message);

        [LoggerMessage(4006, LogLevel.Warning, "Case {CaseId} and its audit log agree again.")]
        public static partial void Agrees(ILogger logger, string caseId);
    }
}
