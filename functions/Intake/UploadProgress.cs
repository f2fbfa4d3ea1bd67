using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Playback;
using VideoGate.Storage;

namespace VideoGate.Intake;

/// <summary>How far uploads are, for their owners: at most three reads of storage for each.</summary>
public sealed class UploadProgress(
    UploadTicketStore tickets, CaseStore cases, BlobStorage storage, IOptions<PlaybackOptions> playback, TimeProvider time)
{
    /// <returns>The upload; null if it does not exist or belongs to another uploader.</returns>
    internal async Task<UploadView?> GetAsync(string? uploadId, string uploader, CancellationToken cancellationToken)
    {
        var ticket = await tickets.GetAsync(uploadId, cancellationToken);
        if (ticket?.Submission.Uploader != uploader)
        {
            return null;
        }

        var opened = ticket!.CaseId is { } caseId ? (await cases.GetAsync(caseId, cancellationToken))?.Case : null;
        var state = await StateAsync(ticket, opened, cancellationToken);
        return UploadView.Of(ticket, state) with
        {
            Case = state is UploadState.TakenIn ? UploadCase.Of(opened!) : null,
        };
    }

    /// <summary>Adds an address that plays the video, if it is published.</summary>
    internal async Task<UploadView> WithPlaybackAsync(UploadView shown, CancellationToken cancellationToken) =>
        shown is { CaseId: { } caseId, Case.State: CaseState.Published }
            && await cases.GetAsync(caseId, cancellationToken) is { Case: { State: CaseState.Published, Location: { } location } }
            && await storage.FindAsync(location, cancellationToken) is { } published
                ? shown with { Playback = await PlaybackAsync(location, published.ContentType, cancellationToken) }
                : shown;

    private async Task<Playback.Playback> PlaybackAsync(BlobLocation location, string contentType, CancellationToken cancellationToken)
    {
        var expiresAt = time.GetUtcNow() + playback.Value.Lifetime;
        return new(await storage.ReadingSasUriAsync(location, contentType, expiresAt, cancellationToken), contentType, expiresAt);
    }

    private async Task<UploadState> StateAsync(UploadTicket ticket, ModerationCase? opened, CancellationToken cancellationToken) =>
        ticket switch
        {
            { Refusal: not null } => UploadState.Refused,
            // The video has the id of its case a moment before the case exists.
            { CaseId: not null } => opened is null ? UploadState.Arrived : UploadState.TakenIn,
            _ when await HasArrivedAsync(ticket, cancellationToken) => UploadState.Arrived,
            _ => time.GetUtcNow() < ticket.ExpiresAt ? UploadState.Awaited : UploadState.Expired,
        };

    private async Task<bool> HasArrivedAsync(UploadTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            return await storage.Blob(new(Containers.Uploads, ticket.BlobName)).ExistsAsync(cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == StatusCodes.Status409Conflict)
        {
            // It exists, but its properties cannot be read.
            return true;
        }
    }
}
