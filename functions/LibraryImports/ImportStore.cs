using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.LibraryImports;

/// <summary>
/// The imports: <c>imports/{id}/progress.json</c> in container <c>cases</c>, and an empty blob <c>imports/{id}/videos/{caseId}</c> for each
/// line of the report.
/// </summary>
public sealed class ImportStore(BlobStorage storage)
{
    private const string Prefix = "imports/";

    internal static string NewId() => Base32.Encode(RandomNumberGenerator.GetBytes(32));

    internal Task CreateAsync(ImportProgress progress, CancellationToken cancellationToken) =>
        Progress(progress.Import.ImportId).CreateAsync(progress, cancellationToken);

    /// <returns>The import, or null if <paramref name="id"/> is not a valid id or names no import.</returns>
    internal async Task<Stored<ImportProgress>?> GetAsync(string? id, CancellationToken cancellationToken) =>
        Base32.IsValid(id) ? await Progress(id!).ReadAsync(cancellationToken) : null;

    /// <returns>The stored import, or null after a concurrent change.</returns>
    internal Task<Stored<ImportProgress>?> ReplaceAsync(
        Stored<ImportProgress> current, ImportProgress next, CancellationToken cancellationToken) =>
        Progress(next.Import.ImportId).ReplaceAsync(current.ETag, next, cancellationToken);

    /// <summary>Writes a line of the report, over an earlier one about the same video.</summary>
    internal Task WriteRowAsync(string id, ImportRow row, CancellationToken cancellationToken) => storage.WriteRowAsync(
        new(Containers.Cases, $"{Rows(id)}{row.CaseId}"), MetadataRow.Of(row, ImportJson.Stored.ImportRow), cancellationToken);

    /// <summary>Lists one page of the report.</summary>
    internal async Task<(IReadOnlyList<ImportRow> Rows, string? Next)> ListRowsAsync(
        string id, string? marker, int pageSize, CancellationToken cancellationToken)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Cases), Rows(id), BlobTraits.Metadata, marker, pageSize, cancellationToken);
        var rows = page.Blobs.Select(blob => MetadataRow.Read(blob.Metadata, ImportJson.Stored.ImportRow)).OfType<ImportRow>();
        return ([.. rows], page.Next);
    }

    private static string Rows(string id) => $"{Prefix}{Valid(id)}/videos/";

    private JsonBlob<ImportProgress> Progress(string id) =>
        new(storage.Blob(new(Containers.Cases, $"{Prefix}{Valid(id)}/progress.json")), ImportJson.Stored.ImportProgress);

    private static string Valid(string id) =>
        Base32.IsValid(id) ? id : throw new ArgumentException($"'{id}' is not an import id.", nameof(id));
}
