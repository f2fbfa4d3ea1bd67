using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Intake;

/// <summary><c>GET /api/uploads/{uploadId}</c>: returns an upload with its state, and the id of its case or why there is none.</summary>
public sealed class GetUpload(UploadTicketStore tickets, CaseStore cases, BlobStorage storage, TimeProvider time)
{
    [Function(nameof(GetUpload))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken)
    {
        var ticket = await tickets.GetAsync(uploadId, cancellationToken);
        return ticket?.Submission.Uploader == Caller.Of(request).Subject
            ? Results.Json(UploadView.Of(ticket, await StateAsync(ticket, cancellationToken)), IntakeJson.Default.UploadView)
            : Problems.NotFound.Because("You have no such upload.");
    }

    private async Task<UploadState> StateAsync(UploadTicket ticket, CancellationToken cancellationToken) => ticket switch
    {
        { Refusal: not null } => UploadState.Refused,
        // The video has the id of its case a moment before the case exists.
        { CaseId: { } caseId } => await cases.GetAsync(caseId, cancellationToken) is null ? UploadState.Arrived : UploadState.TakenIn,
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
