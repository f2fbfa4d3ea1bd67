using System.Globalization;
using Azure.Storage.Sas;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Cases.Uploads;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Intake;

/// <summary>
/// <c>POST /api/uploads</c>: records the uploader's declaration and returns a SAS URL to upload one video to, within
/// <see cref="UploadLimitOptions"/>.
/// </summary>
public sealed class CreateUpload(
    BlobStorage storage, UploaderStore uploaders, UploadTicketStore tickets, UploaderUsage usage, IOptions<IntakeOptions> options,
    IOptions<UploadLimitOptions> limits,
    IntakeMetrics metrics, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, string> RequiredHeaders =
        new Dictionary<string, string> { ["x-ms-blob-type"] = "BlockBlob" };

    [Function(nameof(CreateUpload))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/uploads")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, IntakeJson.Default.UploadRequest, cancellationToken);
        if (body.Validate(limits.Value.MaxUploadBytes) is { } invalid)
        {
            return invalid;
        }

        var ticket = Ticket(body, Caller.Of(request));
        if (await usage.GrantAsync(ticket, cancellationToken) is { } reached)
        {
            metrics.Limited(reached.Name);
            return TooMuch(reached);
        }

        var pseudonym = await uploaders.PseudonymAsync(Caller.Of(request).Subject, cancellationToken);
        ticket = await tickets.CreateAsync(
            ticket with { Submission = ticket.Submission with { Pseudonym = pseudonym } }, cancellationToken);
        var location = new BlobLocation(Containers.Uploads, ticket.BlobName);
        // The least permission for uploads in blocks. It also allows leases, snapshots, tiers and replacements, which have no effect: the
        // first version is copied out of its uploader's reach, and the ticket is valid for one.
        var url = await storage.SasUriAsync(location, BlobSasPermissions.Write, ticket.ExpiresAt, cancellationToken);
        var grant = new UploadGrant(ticket.UploadId, ticket.BlobName, url, ticket.ExpiresAt, RequiredHeaders);
        request.HttpContext.Response.Headers.Location = $"/api/uploads/{ticket.UploadId}";
        return Results.Json(grant, PlainJson.Of(IntakeJson.Default.UploadGrant), statusCode: StatusCodes.Status201Created);
    }

    private static ProblemResult TooMuch(UsageLimit reached) => Problems.TooManyUploads
        .Because(reached.OfUploader
            ? $"Your limit of {reached.Name} is reached."
            : $"The service's limit of {reached.Name} is reached.")
        .With("limit", reached.Name)
        .WithHeader(HeaderNames.RetryAfter, ((long)Math.Ceiling(reached.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    private UploadTicket Ticket(UploadRequest body, Caller caller)
    {
        var uploadId = UploadId.New();
        var now = time.GetUtcNow();
        return new UploadTicket
        {
            UploadId = uploadId,
            BlobName = $"{uploadId}/{FileName.Safe(body.FileName!)}",
            CreatedAt = now,
            ExpiresAt = now + options.Value.SasLifetime,
            Submission = new Submission
            {
                Declaration = body.Declaration!.Value,
                EditKind = body.EditKind,
                Realism = body.Realism,
                Jurisdictions = Jurisdictions.Distinct(body.Jurisdictions ?? []),
                UploadId = uploadId,
                Uploader = caller.Subject,
                Title = body.Title,
                Description = body.Description,
            },
        };
    }
}
