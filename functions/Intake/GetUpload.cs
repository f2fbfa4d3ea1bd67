using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Cases.Uploads;
using VideoGate.Http;

namespace VideoGate.Intake;

/// <summary><c>GET /api/uploads/{uploadId}</c>: returns an upload with the id of its case.</summary>
public sealed class GetUpload(UploadTicketStore tickets)
{
    [Function(nameof(GetUpload))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken)
    {
        var ticket = await tickets.GetAsync(uploadId, cancellationToken);
        return ticket?.Submission.Uploader == Caller.Of(request).Subject
            ? Results.Json(UploadView.Of(ticket), IntakeJson.Default.UploadView)
            : Problems.NotFound.Because("You have no such upload.");
    }
}
