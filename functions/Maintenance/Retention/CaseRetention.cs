using System.Globalization;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Erasures;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Retention;

/// <summary>Applies the retention of cases and of published evidence to one case; the case's audit log says so.</summary>
public sealed class CaseRetention(
    ErasureGuard guard, CaseEraser eraser, CaseVideos videos, RelatedCases related, EvidenceStore evidence,
    CaseJournal journal, IOptions<RetentionOptions> options)
{
    // What was read in the file, and the label that was added: the record of the labelling.
    private static readonly string[] Reports =
        [EvidenceFiles.Labels, EvidenceFiles.TrustLists, EvidenceFiles.Labelling, EvidenceFiles.LabelledLabels];

    public bool IsOn => options.Value is { CaseDays: > 0 } or { EvidenceDays: > 0 };

    /// <exception cref="CaseBrokenException">The case and its log disagree: it is evidence.</exception>
    public async Task ApplyAsync(StoredCase stored, DateTimeOffset now, DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Case is not { ErasedAt: null, ClosedAt: { } closed } || stored.Case.Review?.Decision?.AppealUntil > now)
        {
            return;
        }

        if (IsOver(closed, options.Value.CaseDays, now)
            && guard.IsEnded(stored.Case) && !await guard.IsPublishedAsync(stored.Case, cancellationToken))
        {
            // Before the case forgets whose row it is; reconciliation writes it again if the case is left.
            await related.RemoveUploaderAsync(stored.Case, cancellationToken);
            if (await eraser.EraseAsync(stored, ErasureReason.Retention, client, cancellationToken) is not null)
            {
                return;
            }

            await related.AddAsync(stored.Case, cancellationToken);
        }

        if (stored.Case.State is CaseState.Published && IsOver(closed, options.Value.EvidenceDays, now) && !IsDone(stored.Case))
        {
            await RemoveEvidenceAsync(stored, cancellationToken);
        }
    }

    private async Task RemoveEvidenceAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        var files = await evidence.RemoveAsync(stored.Case.CaseId, Reports.Contains, cancellationToken);
        files += await videos.RemoveManifestAsync(stored.Case, cancellationToken) ? 1 : 0;
        var removed = new AuditEvent(AuditEventTypes.EvidenceRemoved.Name, Actors.System, new()
        {
            ["files"] = files.ToString(CultureInfo.InvariantCulture),
        });
        await journal.RecordAsync(stored, [removed], unchanged => unchanged, cancellationToken);
    }

    private static bool IsDone(ModerationCase published) =>
        published.AuditHead?.Events.Contains(AuditEventTypes.EvidenceRemoved.Name) is true;

    private static bool IsOver(DateTimeOffset since, int days, DateTimeOffset now) => days > 0 && since < now.AddDays(-days);
}
