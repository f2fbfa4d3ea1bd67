using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Intake;

/// <summary>An upload as shown to its owner.</summary>
/// <param name="ExpiresAt">Expiry of the write access.</param>
/// <param name="CaseId">Null until the video arrives.</param>
internal sealed record UploadView(
    string UploadId, string BlobName, Declaration Declaration, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? CaseId)
{
    public static UploadView Of(UploadTicket ticket) => new(
        ticket.UploadId, ticket.BlobName, ticket.Submission.Declaration, ticket.CreatedAt, ticket.ExpiresAt, ticket.CaseId);
}
