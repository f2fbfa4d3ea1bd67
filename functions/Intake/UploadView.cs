using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Intake;

/// <summary>An upload as its owner sees it.</summary>
/// <param name="ExpiresAt">When the right to write ends.</param>
/// <param name="CaseId">Null until the video has arrived.</param>
internal sealed record UploadView(
    string UploadId, string BlobName, Declaration Declaration, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? CaseId)
{
    public static UploadView Of(UploadTicket ticket) => new(
        ticket.UploadId, ticket.BlobName, ticket.Submission.Declaration, ticket.CreatedAt, ticket.ExpiresAt, ticket.CaseId);
}
