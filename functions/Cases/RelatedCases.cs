using System.Globalization;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>
/// Index of related cases: empty blobs <c>related/{what}/{key}/{newest first}-{caseId}</c> in container <c>cases</c>. Holds case ids only;
/// state is read from the cases, therefore the index is never out of date.
/// </summary>
public sealed class RelatedCases(BlobStorage storage)
{
    private const string Uploader = "uploader";
    private const string Content = "content";

    /// <summary>Indexes an opened case. Idempotent.</summary>
    public async Task AddAsync(ModerationCase opened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(opened);
        await Task.WhenAll(Notes(opened).Select(note => storage.WriteRowAsync(note, cancellationToken: cancellationToken)));
    }

    /// <summary>Gets whether all index entries of the case exist.</summary>
    public async Task<bool> HasAsync(ModerationCase opened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var noted = await Task.WhenAll(Notes(opened).Select(async note => (await storage.Blob(note).ExistsAsync(cancellationToken)).Value));
        return Array.TrueForAll(noted, exists => exists);
    }

    /// <returns>Ids of other cases by the same uploader, newest first; empty if the uploader is unknown.</returns>
    public Task<IReadOnlyList<string>> SameUploaderAsync(ModerationCase shown, int limit, CancellationToken cancellationToken = default) =>
        ListAsync(shown, UploaderFolder(shown), limit, cancellationToken);

    /// <returns>Ids of other cases with the same content, newest first; empty for cases without a fingerprint.</returns>
    public Task<IReadOnlyList<string>> SameContentAsync(ModerationCase shown, int limit, CancellationToken cancellationToken = default) =>
        ListAsync(shown, ContentFolder(shown), limit, cancellationToken);

    /// <summary>Lists the rows of an uploader's cases, newest first.</summary>
    /// <param name="reference">Of the uploader: <c>UploaderStore.Reference</c>.</param>
    internal IAsyncEnumerable<(string CaseId, BlobLocation Row)> OfUploaderAsync(string reference, CancellationToken cancellationToken) =>
        storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, UploaderFolder(reference), cancellationToken)
            .Select(blob => (IdIn(blob.Name), new BlobLocation(Containers.Cases, blob.Name)));

    internal async Task RemoveAsync(BlobLocation row, CancellationToken cancellationToken) =>
        await storage.Blob(row).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Removes the rows of a case, except the one of its uploader.</summary>
    internal Task RemoveContentAsync(ModerationCase erased, CancellationToken cancellationToken) =>
        RemoveAsync(ContentFolder(erased), erased, cancellationToken);

    /// <summary>Removes the row of a case among those of its uploader.</summary>
    internal Task RemoveUploaderAsync(ModerationCase erased, CancellationToken cancellationToken) =>
        RemoveAsync(UploaderFolder(erased), erased, cancellationToken);

    private Task RemoveAsync(string? folder, ModerationCase erased, CancellationToken cancellationToken) =>
        folder is null ? Task.CompletedTask : RemoveAsync(Note(folder, erased), cancellationToken);

    private async Task<IReadOnlyList<string>> ListAsync(
        ModerationCase shown, string? folder, int limit, CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            return [];
        }

        var ids = new List<string>();
        var blobs = storage.Container(Containers.Cases).GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken);
        await foreach (var page in blobs.AsPages(pageSizeHint: limit + 1))
        {
            ids.AddRange(page.Values.Select(blob => IdIn(blob.Name)).Where(id => id != shown.CaseId));
            if (ids.Count >= limit)
            {
                break;
            }
        }

        return [.. ids.Take(limit)];
    }

    private static IEnumerable<BlobLocation> Notes(ModerationCase opened) =>
        new[] { UploaderFolder(opened), ContentFolder(opened) }.OfType<string>().Select(folder => Note(folder, opened));

    private static BlobLocation Note(string folder, ModerationCase opened)
    {
        var newestFirst = (DateTime.MaxValue.Ticks - opened.Upload.UploadedAt.UtcTicks).ToString("d19", CultureInfo.InvariantCulture);
        return new(Containers.Cases, $"{folder}{newestFirst}-{opened.CaseId}");
    }

    private static string IdIn(string name) => name[(name.LastIndexOf('-') + 1)..];

    // Untrusted text must not become part of a blob name.
    private static string? UploaderFolder(ModerationCase shown) =>
        shown.Submission.Uploader is { } uploader ? UploaderFolder(Base32.Hash(uploader)) : null;

    private static string UploaderFolder(string reference) => $"related/{Uploader}/{reference}/";

    private static string? ContentFolder(ModerationCase shown) =>
        shown.ContentFingerprint is { } fingerprint ? $"related/{Content}/{fingerprint}/" : null;
}
