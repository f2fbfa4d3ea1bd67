using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Intake;

/// <summary>An upload as shown to its owner.</summary>
/// <param name="ExpiresAt">Expiry of the write access.</param>
/// <param name="CaseId">Null until the video has a case.</param>
/// <param name="Problem">Why the video was not taken in; null if it was.</param>
internal sealed record UploadView(
    string UploadId, string BlobName, string? Title, Declaration Declaration, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    UploadState State, string? CaseId, UploadProblem? Problem)
{
    /// <summary>Null unless the video was taken in.</summary>
    public UploadCase? Case { get; init; }

    /// <summary>An address that plays the published video; null in lists, and if it is not published.</summary>
    public Playback.Playback? Playback { get; init; }

    public static UploadView Of(UploadTicket ticket, UploadState state) => new(
        ticket.UploadId, ticket.BlobName, ticket.Submission.Title, ticket.Submission.Declaration, ticket.CreatedAt, ticket.ExpiresAt, state,
        state is UploadState.Arrived ? null : ticket.CaseId,
        ticket.Refusal is { } refusal ? new(refusal, UploadRefusals.Explain(refusal)) : null);
}
