using VideoGate.Storage;

namespace VideoGate.Cases.Uploads;

public sealed class UploadTicketStore(BlobStorage storage)
{
    /// <summary>Stores the ticket unless it exists; returns the stored one.</summary>
    public async Task<UploadTicket> CreateAsync(UploadTicket ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
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

    /// <summary>Gets whether a video was taken in under the ticket.</summary>
    public static bool IsUsed(UploadTicket ticket) => ticket is { CaseId: not null, Refusal: null };

    private JsonBlob<UploadTicket> Blob(string uploadId) => UploadId.IsValid(uploadId)
        ? new(storage.Blob(new(Containers.Cases, $"tickets/{uploadId}.json")), UploadJson.Stored.UploadTicket)
        : throw new ArgumentException($"'{uploadId}' is not an upload id.", nameof(uploadId));
}
