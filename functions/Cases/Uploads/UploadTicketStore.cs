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

    /// <summary>Records the case of the upload. The first arrival counts; a replaced blob gets a separate case.</summary>
    public async Task ArrivedAsync(string uploadId, string caseId, CancellationToken cancellationToken = default)
    {
        var blob = Blob(uploadId);
        while (await blob.ReadAsync(cancellationToken) is { Value.CaseId: null } stored)
        {
            await blob.ReplaceAsync(stored.ETag, stored.Value with { CaseId = caseId }, cancellationToken);
        }
    }

    private JsonBlob<UploadTicket> Blob(string uploadId) => UploadId.IsValid(uploadId)
        ? new(storage.Blob(new(Containers.Cases, $"tickets/{uploadId}.json")), UploadJson.Stored.UploadTicket)
        : throw new ArgumentException($"'{uploadId}' is no upload id.", nameof(uploadId));
}
