using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoGate.Audit.Anchors;
using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>
/// Verifies one case: its log, the case against its log, the log against the manifests, and what the indexes show. A fault in
/// one case does not affect others.
/// </summary>
internal sealed partial class CaseVerifier(
    CaseStore cases, AuditLog audit, CaseIntegrity integrity, IEnumerable<ICaseIndex> indexes, TimeProvider time, ILogger logger)
{
    // A change shows in the indexes a moment later; what a process left undone is repaired after the grace period of reconciliation.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(15);

    private readonly ICaseIndex[] _indexes = [.. indexes];

    /// <returns>Whether the case and its log are valid.</returns>
    public async Task<bool> VerifyAsync(string caseId, VerifiedAnchors anchors, CancellationToken cancellationToken)
    {
        var (stored, trail, found) = await CompareAsync(caseId, cancellationToken);
        var first = Earlier(found, anchors.FirstBreak(caseId, trail));
        if (first is not null)
        {
            Log.Broken(logger, caseId, first.Sequence, first.Fault, first.Message);
        }
        else if (stored is null)
        {
            Log.CaseMissing(logger, caseId);
        }
        else if (stored.WrittenAt < time.GetUtcNow() - Settled)
        {
            await CompareIndexesAsync(stored.Case, trail, cancellationToken);
        }

        return first is null;
    }

    private async Task<(StoredCase? Stored, AuditTrail Trail, AuditBreak? Break)> CompareAsync(
        string caseId, CancellationToken cancellationToken)
    {
        try
        {
            if (await cases.GetAsync(caseId, cancellationToken) is { } stored)
            {
                var held = await integrity.CheckAsync(stored, cancellationToken);
                return (held.Stored, held.Trail, held.Break);
            }

            // A process may end between the first entry and the case; a case with more entries did exist.
            var orphan = await audit.ReadAsync(caseId, head: null, cancellationToken);
            return (null, orphan, orphan.Break
                ?? (orphan.Entries.Count > 1 ? new(orphan.Entries.Count, AuditFault.CaseMissing) : null));
        }
        catch (JsonException)
        {
            var trail = await audit.ReadAsync(caseId, head: null, cancellationToken);
            return (null, trail, trail.Break ?? new(trail.Entries.Count, AuditFault.CaseUnreadable));
        }
    }

    private async Task CompareIndexesAsync(ModerationCase indexed, AuditTrail trail, CancellationToken cancellationToken)
    {
        foreach (var index in _indexes)
        {
            if (!await index.ShowsAsync(indexed, trail, cancellationToken))
            {
                Log.NotIndexed(logger, indexed.CaseId, index.Name);
            }
        }
    }

    private static AuditBreak? Earlier(AuditBreak? one, AuditBreak? other) =>
        one is null || other?.Sequence < one.Sequence ? other ?? one : one;

    private static partial class Log
    {
        [LoggerMessage(4002, LogLevel.Critical, "The audit log of case {CaseId} is broken at entry {Sequence} ({Fault}): {Message}")]
        public static partial void Broken(ILogger logger, string caseId, long sequence, AuditFault fault, string message);

        [LoggerMessage(4003, LogLevel.Warning,
            "Case {CaseId} has an audit log but does not exist: it was removed or never opened.")]
        public static partial void CaseMissing(ILogger logger, string caseId);

        [LoggerMessage(4007, LogLevel.Error, "Index {Index} disagrees with case {CaseId} and its audit log.")]
        public static partial void NotIndexed(ILogger logger, string caseId, string index);
    }
}
