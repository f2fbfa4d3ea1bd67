using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        await Task.WhenAll(Notes(opened).Select(note => storage
            .Blob(note).UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), overwrite: true, cancellationToken)));
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
            ids.AddRange(page.Values.Select(blob => blob.Name[(blob.Name.LastIndexOf('-') + 1)..]).Where(id => id != shown.CaseId));
            if (ids.Count >= limit)
            {
                break;
            }
        }

        return [.. ids.Take(limit)];
    }

    private static IEnumerable<BlobLocation> Notes(ModerationCase opened)
    {
        var newestFirst = (DateTime.MaxValue.Ticks - opened.Upload.UploadedAt.UtcTicks).ToString("d19", CultureInfo.InvariantCulture);
        return new[] { UploaderFolder(opened), ContentFolder(opened) }.OfType<string>()
            .Select(folder => new BlobLocation(Containers.Cases, $"{folder}{newestFirst}-{opened.CaseId}"));
    }

    // Untrusted text must not become part of a blob name.
    private static string? UploaderFolder(ModerationCase shown) => shown.Submission.Uploader is { } uploader
        ? $"related/{Uploader}/{Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(uploader)))}/"
        : null;

    private static string? ContentFolder(ModerationCase shown) =>
        shown.ContentFingerprint is { } fingerprint ? $"related/{Content}/{fingerprint}/" : null;
}
