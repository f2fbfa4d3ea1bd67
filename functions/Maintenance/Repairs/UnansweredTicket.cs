using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Maintenance.Repairs;

/// <summary>An upload ticket without the case id of its upload, which the uploader polls for.</summary>
public sealed class UnansweredTicket(UploadTicketStore tickets) : ICaseRepair
{
    public string Kind => "upload-ticket";

    public bool IsUrgent => false;

    public bool ChangesCase => false;

    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Case.Submission.UploadId is not { } uploadId
            || await tickets.GetAsync(uploadId, cancellationToken) is not { CaseId: null } ticket)
        {
            return null;
        }

        await tickets.ArrivedAsync(ticket.UploadId, stored.Case.CaseId, stored.Case.Refusal, cancellationToken);
        return $"ticket {uploadId} did not name the case";
    }
}
