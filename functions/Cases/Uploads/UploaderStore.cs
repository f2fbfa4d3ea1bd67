using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Cases.Uploads;

/// <summary>The uploaders' pseudonyms, and the index of their tickets.</summary>
public sealed class UploaderStore(BlobStorage storage)
{
    /// <summary>False declarations kept for an uploader.</summary>
    private const int MostDeclarations = 100;

    /// <summary>Gets the reference of an uploader: the first 26 characters of lower-case base32(SHA-256(subject)).</summary>
    /// <param name="uploader">Subject of the token.</param>
    public static string Reference(string uploader) => Base32.Hash(uploader);

    /// <summary>Gets whether untrusted text has the format of a reference.</summary>
    public static bool IsReference(string? text) => Base32.IsValid(text);

    /// <summary>Gets the uploader's pseudonym; the first call chooses it.</summary>
    public async Task<string> PseudonymAsync(string uploader, CancellationToken cancellationToken)
    {
        var blob = Blob(Reference(uploader));
        var known = await blob.ReadAsync(cancellationToken)
            ?? await blob.CreateAsync(new(Base32.Encode(RandomNumberGenerator.GetBytes(32))), cancellationToken);
        return known.Value.Pseudonym;
    }

    /// <summary>Records that the uploader declared falsely that no AI was used. Idempotent.</summary>
    public async Task AddFalseDeclarationAsync(string uploader, string caseId, CancellationToken cancellationToken)
    {
        var reference = Reference(uploader);
        await PseudonymAsync(uploader, cancellationToken);
        while (await GetAsync(reference, cancellationToken) is { } known)
        {
            var cases = known.Value.FalseDeclarations ?? [];
            if (cases.Contains(caseId)
                || await ReplaceAsync(
                    reference, known.ETag, known.Value with { FalseDeclarations = [.. cases.TakeLast(MostDeclarations - 1), caseId] },
                    cancellationToken))
            {
                return;
            }
        }
    }

    internal async Task<Stored<UploaderRecord>?> GetAsync(string reference, CancellationToken cancellationToken) =>
        IsReference(reference) ? await Blob(reference).ReadAsync(cancellationToken) : null;

    /// <returns>False after a concurrent change.</returns>
    internal async Task<bool> ReplaceAsync(string reference, ETag version, UploaderRecord next, CancellationToken cancellationToken) =>
        await Blob(reference).ReplaceAsync(version, next, cancellationToken) is not null;

    internal async Task RemoveAsync(string reference, CancellationToken cancellationToken) =>
        await storage.Blob(Location(reference)).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Notes a ticket, so that an erasure finds it. Written before the ticket.</summary>
    internal Task AddTicketAsync(string uploader, UploadTicket ticket, CancellationToken cancellationToken) =>
        storage.WriteRowAsync(Row(Reference(uploader), ticket).Place, cancellationToken: cancellationToken);

    internal async Task RemoveTicketAsync(TicketRow row, CancellationToken cancellationToken) =>
        await storage.Blob(row.Place).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    internal Task RemoveTicketAsync(string uploader, UploadTicket ticket, CancellationToken cancellationToken) =>
        RemoveTicketAsync(Row(Reference(uploader), ticket), cancellationToken);

    /// <summary>Lists an uploader's tickets, newest first.</summary>
    internal IAsyncEnumerable<TicketRow> TicketsAsync(string reference, CancellationToken cancellationToken) =>
        storage.Container(Containers.Cases).GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder(reference), cancellationToken)
            .Select(blob => TicketRow.Of(blob.Name));

    /// <summary>Lists one page of an uploader's tickets, newest first: one request, however many there are.</summary>
    /// <param name="marker">Of the page before; null for the first page.</param>
    internal async Task<(IReadOnlyList<TicketRow> Rows, string? Next)> TicketPageAsync(
        string reference, string? marker, int size, CancellationToken cancellationToken)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Cases), Folder(reference), BlobTraits.None, marker, size, cancellationToken);
        return ([.. page.Blobs.Select(blob => TicketRow.Of(blob.Name))], page.Next);
    }

    private JsonBlob<UploaderRecord> Blob(string reference) =>
        new(storage.Blob(Location(reference)), UploadJson.Stored.UploaderRecord);

    private static BlobLocation Location(string reference) => new(Containers.Cases, $"uploaders/{reference}.json");

    private static string Folder(string reference) => $"related/tickets/{reference}/";

    private static TicketRow Row(string reference, UploadTicket ticket)
    {
        var newestFirst = (DateTime.MaxValue.Ticks - ticket.CreatedAt.UtcTicks).ToString("d19", CultureInfo.InvariantCulture);
        return TicketRow.Of($"{Folder(reference)}{newestFirst}-{ticket.UploadId}");
    }
}
