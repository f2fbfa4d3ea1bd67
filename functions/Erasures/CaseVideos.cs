using Azure;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Erasures;

/// <summary>The videos of an ended case, wherever a step may have left one.</summary>
public sealed class CaseVideos(BlobStorage storage, UploadRemoval removal)
{
    /// <returns>Number of deleted videos and manifests beside them.</returns>
    internal async Task<int> RemoveAsync(ModerationCase erased, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var place in Places(erased))
        {
            removed += await TryRemoveAsync(place, erased.CaseId, cancellationToken) ? 1 : 0;
        }

        var upload = new BlobLocation(Containers.Uploads, erased.Upload.Name);
        if (await storage.GetIfMatchesAsync(upload, new ETag(erased.Upload.ETag), cancellationToken) is not null)
        {
            removed += await removal.TryAsync(upload, new ETag(erased.Upload.ETag), cancellationToken)
                ? 1
                : throw new InvalidOperationException($"The upload of case {erased.CaseId} cannot be removed.");
        }

        return removed;
    }

    /// <returns>Whether a manifest beside the published video was deleted.</returns>
    internal async Task<bool> RemoveManifestAsync(ModerationCase published, CancellationToken cancellationToken) =>
        published.Labelling?.Credentials is { Container: Containers.Published } manifest
        && await TryRemoveAsync(manifest, published.CaseId, cancellationToken);

    private static IEnumerable<BlobLocation> Places(ModerationCase erased) =>
        new[] { erased.Location, erased.Held?.Place, erased.Labelling?.Credentials }.OfType<BlobLocation>()
            .Concat(BlobMover.Places(erased.Upload.Name, Containers.Quarantine, erased.CaseId))
            .Concat(BlobMover.Places(erased.Upload.Name, Containers.Rejected, erased.CaseId))
            .Where(place => place.Container != Containers.Uploads && BlobNames.GetError(place.Name) is null)
            .Distinct();

    private async Task<bool> TryRemoveAsync(BlobLocation place, string caseId, CancellationToken cancellationToken)
    {
        if (await storage.FindAsync(place, cancellationToken) is not { } found || !BlobCopier.BelongsTo(found, caseId))
        {
            return false;
        }

        return await storage.Blob(place)
            .DeleteIfExistsAsync(conditions: new() { IfMatch = found.ETag }, cancellationToken: cancellationToken);
    }
}
