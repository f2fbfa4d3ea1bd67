using Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Detectors;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Takes an upload in and opens its case with the submission and the policy that decides it. From then on nothing depends on the upload,
/// which is removed. An upload that cannot be taken in gets a case with the reason.
/// </summary>
public sealed class OpenCase(
    UploadIntake intake, UploadRemoval removal, UploadTicketStore tickets, UploaderUsage usage, MalwareScan malware, CaseStore cases,
    CaseOpening opening, IOptions<DetectorOptions> detectors)
{
    [Function(nameof(OpenCase))]
    public async Task<OpenedCase> RunAsync([ActivityTrigger] CaseRequest input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var upload = input.Request.Upload;
        var ticket = await FindTicketAsync(upload.Name, cancellationToken);
        var taken = await TakeInAsync(input.CaseId, upload, ticket, cancellationToken);
        var known = await cases.GetAsync(input.CaseId, cancellationToken);
        if (known is not null && taken.Held is null)
        {
            // Restarted after the video was moved: the case is ahead of storage.
            return new(known.Case.Held, AskDetectors: detectors.Value.Endpoints.Count > 0);
        }

        var submission = known is null ? Submissions.Read(ticket, taken.Metadata) : known.Case.Submission;
        var opened = await opening.OpenAsync(known, input, taken, submission, cancellationToken);
        if (taken.Refusal is not UploadRefusal.Replaced)
        {
            await removal.TryAsync(new(Containers.Uploads, upload.Name), new ETag(upload.ETag), cancellationToken);
        }

        return opened.Held is null
            ? new(null)
            : new(opened.Held, await usage.OpenAsync(opened, ticket, cancellationToken)
                ?? await malware.WaitAsync(opened, cancellationToken), detectors.Value.Endpoints.Count > 0);
    }

    /// <summary>Takes the upload in unless another was taken in under its ticket.</summary>
    private async Task<TakenIn> TakeInAsync(
        string caseId, UploadedVideo upload, UploadTicket? ticket, CancellationToken cancellationToken)
    {
        var isUsed = ticket is not null && ticket.CaseId != caseId && UploadTicketStore.IsUsed(ticket);
        var taken = isUsed
            ? TakenIn.Refused(UploadRefusal.AddressUsed)
            : await intake.TakeInAsync(caseId, upload, cancellationToken);
        if (isUsed || ticket is null || await tickets.ArrivedAsync(ticket.UploadId, caseId, taken.Refusal, cancellationToken))
        {
            return taken;
        }

        if (taken.Held is { } surplus)
        {
            await intake.ReleaseAsync(surplus, cancellationToken);
        }

        return TakenIn.Refused(taken.Refusal ?? UploadRefusal.AddressUsed, taken.Metadata);
    }

    /// <summary>
    /// Finds the ticket of the blob; a ticket is valid for its own blob only, even if another blob's name contains its id.
    /// </summary>
    private async Task<UploadTicket?> FindTicketAsync(string name, CancellationToken cancellationToken) =>
        Submissions.UploadIdOf(name) is { } uploadId
        && await tickets.GetAsync(uploadId, cancellationToken) is { } ticket
        && ticket.BlobName == name ? ticket : null;
}
