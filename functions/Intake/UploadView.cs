using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Intake;

/// <summary>An upload as shown to its owner.</summary>
/// <param name="ExpiresAt">Expiry of the write access.</param>
/// <param name="CaseId">Null until the video has a case.</param>
/// <param name="Problem">Why the video was not taken in; null if it was.</param>
internal sealed record UploadView(
    string UploadId, string BlobName, Declaration Declaration, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, UploadState State,
    string? CaseId, UploadProblem? Problem)
{
    public static UploadView Of(UploadTicket ticket, UploadState state) => new(
        ticket.UploadId, ticket.BlobName, ticket.Submission.Declaration, ticket.CreatedAt, ticket.ExpiresAt, state,
        state is UploadState.Arrived ? null : ticket.CaseId,
        ticket.Refusal is { } refusal ? new(refusal, UploadRefusals.Explain(refusal)) : null);
}
