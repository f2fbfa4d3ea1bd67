using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Cases.Uploads;

public sealed class UploadTicketStore(BlobStorage storage)
{
    private const string Prefix = "tickets/";
    private const string Extension = ".json";

    private readonly UploaderStore _uploaders = new(storage);

    /// <summary>Stores the ticket unless it exists; returns the stored one.</summary>
    public async Task<UploadTicket> CreateAsync(UploadTicket ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.Submission.Uploader is { } uploader)
        {
            await _uploaders.AddTicketAsync(uploader, ticket, cancellationToken);
        }

        return (await Blob(ticket.UploadId).CreateAsync(ticket, cancellationToken)).Value;
    }

    /// <returns>The ticket, or null if <paramref name="uploadId"/> is not a valid id or names no ticket.</returns>
    public async Task<UploadTicket?> GetAsync(string? uploadId, CancellationToken cancellationToken = default) =>
        UploadId.IsValid(uploadId) ? (await Blob(uploadId!).ReadAsync(cancellationToken))?.Value : null;

    /// <summary>
    /// Records the case of the upload. A ticket is good for one video: the first that is taken in counts, and until then the last refused.
    /// </summary>
    /// <param name="refusal">Null if the video was taken in.</param>
    /// <returns>False if the ticket was used for another case.</returns>
    public async Task<bool> ArrivedAsync(
        string uploadId, string caseId, UploadRefusal? refusal = null, CancellationToken cancellationToken = default)
    {
        var blob = Blob(uploadId);
        while (await blob.ReadAsync(cancellationToken) is { } stored)
        {
            if (IsUsed(stored.Value) || (stored.Value.CaseId == caseId && refusal is not null))
            {
                return stored.Value.CaseId == caseId;
            }

            await blob.ReplaceAsync(stored.ETag, stored.Value with { CaseId = caseId, Refusal = refusal }, cancellationToken);
        }

        return true;
    }

    /// <summary>Removes a ticket, if it exists.</summary>
    /// <returns>Whether it existed.</returns>
    internal async Task<bool> RemoveAsync(string uploadId, CancellationToken cancellationToken)
    {
        if (await GetAsync(uploadId, cancellationToken) is not { } ticket)
        {
            return false;
        }

        await storage.Blob(Location(uploadId)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        if (ticket.Submission.Uploader is { } uploader)
        {
            await _uploaders.RemoveTicketAsync(uploader, ticket, cancellationToken);
        }

        return true;
    }

    /// <summary>Lists one page of tickets that were not changed since a time.</summary>
    internal async Task<(IReadOnlyList<string> UploadIds, string? Next)> ListPageAsync(
        DateTimeOffset before, string? marker, int pageSize, CancellationToken cancellationToken)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Cases), Prefix, BlobTraits.None, marker, pageSize, cancellationToken);
        var old = page.Blobs.Where(blob => blob.Properties.LastModified < before).Select(blob => blob.Name);
        return ([.. old.Select(name => name[Prefix.Length..^Extension.Length]).Where(UploadId.IsValid)], page.Next);
    }

    /// <summary>Gets whether a video was taken in under the ticket.</summary>
    public static bool IsUsed(UploadTicket ticket) => ticket is { CaseId: not null, Refusal: null };

    private JsonBlob<UploadTicket> Blob(string uploadId) => UploadId.IsValid(uploadId)
        ? new(storage.Blob(Location(uploadId)), UploadJson.Stored.UploadTicket)
        : throw new ArgumentException($"'{uploadId}' is not an upload id.", nameof(uploadId));

    private static BlobLocation Location(string uploadId) => new(Containers.Cases, $"{Prefix}{uploadId}{Extension}");
}
