using Microsoft.DurableTask.Client;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Uploads;

namespace VideoGate.Erasures;

/// <summary>
/// Erases one ended case: deletes its histories, videos, evidence and ticket, then what the case itself says about the uploader. The case
/// goes last, because it leads to all the rest; an interrupted erasure is repeated from the start.
/// </summary>
public sealed class CaseEraser(
    ErasureGuard guard, CaseHistories histories, CaseVideos videos, EvidenceStore evidence, UploadTicketStore tickets,
    RelatedCases related, CaseIntegrity integrity, CaseJournal journal, TimeProvider time)
{
    /// <returns>
    /// What was erased; null if the case must be left until later: it is open, published, or a step about it has not ended.
    /// </returns>
    /// <exception cref="CaseBrokenException">The case and its log disagree: it is evidence.</exception>
    internal async Task<ErasureCounts?> EraseAsync(
        StoredCase stored, ErasureReason reason, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var held = await integrity.RequireAsync(stored, cancellationToken);
        if (!guard.IsEnded(held.Stored.Case)
            || await guard.IsPublishedAsync(held.Stored.Case, cancellationToken)
            || await histories.PurgeAsync(client, held.Stored.Case, held.Trail, cancellationToken) is not { } purged)
        {
            return null;
        }

        var begun = await journal.RecordAsync(
            held.Stored, [new(AuditEventTypes.ErasureStarted.Name, reason.Actor, [])], CaseErasure.Begin, cancellationToken);
        if (begun.Case.ClosedAt is null)
        {
            return null;
        }

        var counts = new ErasureCounts(
            Cases: 1,
            await videos.RemoveAsync(begun.Case, cancellationToken),
            await evidence.RemoveAsync(begun.Case.CaseId, isKept: null, cancellationToken),
            begun.Case.Submission.UploadId is { } uploadId && await tickets.RemoveAsync(uploadId, cancellationToken) ? 1 : 0,
            purged);
        await related.RemoveContentAsync(begun.Case, cancellationToken);
        await journal.RecordAsync(begun, [Erased(reason)], said => CaseErasure.Complete(said, time.GetUtcNow()), cancellationToken);
        return counts;
    }

    private static AuditEvent Erased(ErasureReason reason) => new(AuditEventTypes.Erased.Name, reason.Actor, new()
    {
        ["reason"] = reason.Name,
        ["erasure"] = reason.ErasureId,
        ["orderedBy"] = reason.OrderedBy,
    });
}
