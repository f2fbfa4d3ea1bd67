using Azure;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Policies;
using VideoGate.Storage;
using VideoGate.Telemetry;

namespace VideoGate.Moderation;

/// <summary>Opens the case of an upload with the submission, and pins the policy that decides it.</summary>
public sealed class OpenCase(
    BlobStorage storage, UploadTicketStore tickets, CaseStore cases, RelatedCases related, AuditLog audit, LoadedPolicies policies,
    TimeProvider time)
{
    [Function(nameof(OpenCase))]
    public async Task RunAsync([ActivityTrigger] CaseRequest input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var upload = input.Request.Upload;
        var location = new BlobLocation(Containers.Uploads, upload.Name);
        var ticket = await FindTicketAsync(upload.Name, cancellationToken);
        var submission = Submissions.Read(ticket, await MetadataAsync(location, upload.ETag, cancellationToken));
        var policy = policies.Active.Pin;
        var head = await audit.AppendAsync(input.CaseId, known: null, [Opened(upload, submission, policy)], cancellationToken);
        var opened = await cases.CreateAsync(new ModerationCase
        {
            CaseId = input.CaseId,
            State = CaseState.Inspecting,
            Upload = upload,
            Submission = submission,
            Policy = policy,
            Location = location,
            ContentFingerprint = await FingerprintAsync(upload, cancellationToken),
            OpenedAt = time.GetUtcNow(),
            TraceParent = CaseTrace.Current,
            AuditHead = head,
        }, cancellationToken);
        await related.AddAsync(opened.Case, cancellationToken);

        if (ticket is not null)
        {
            await tickets.ArrivedAsync(ticket.UploadId, input.CaseId, cancellationToken);
        }
    }

    /// <summary>
    /// Finds the ticket of the blob; a ticket is valid for its own blob only, even if another blob's name contains its id.
    /// </summary>
    private async Task<UploadTicket?> FindTicketAsync(string name, CancellationToken cancellationToken) =>
        Submissions.UploadIdOf(name) is { } uploadId
        && await tickets.GetAsync(uploadId, cancellationToken) is { } ticket
        && ticket.BlobName == name ? ticket : null;

    /// <returns>The metadata; empty if the blob version no longer exists, which the inspection reports.</returns>
    private async Task<IDictionary<string, string>> MetadataAsync(
        BlobLocation location, string version, CancellationToken cancellationToken) =>
        (await storage.GetIfMatchesAsync(location, new ETag(version), cancellationToken))?.Metadata ?? new Dictionary<string, string>();

    /// <returns>The fingerprint, or null if the blob version no longer exists.</returns>
    private async Task<string?> FingerprintAsync(UploadedVideo upload, CancellationToken cancellationToken)
    {
        try
        {
            return await ContentFingerprint.OfAsync(upload.Open(storage), cancellationToken);
        }
        catch (UploadGoneException)
        {
            return null;
        }
        catch (IOException exception)
        {
            throw new StorageOutageException("The upload could not be fingerprinted.", exception);
        }
    }

    private static AuditEvent Opened(UploadedVideo upload, Submission submission, PolicyVersion policy) =>
        new(AuditEventTypes.Opened.Name, Actors.System, new()
        {
            ["upload"] = upload.Name,
            ["etag"] = upload.ETag,
            ["declaration"] = submission.Declaration.ToString(),
            ["policy"] = $"{policy.Id} {policy.Version} {policy.Hash}",
        });
}
