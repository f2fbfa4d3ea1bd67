using Azure;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Moves one version of a blob to another container: server-side copy, verification, then deletion of the source.
/// Idempotent: a retry after an interruption ends in the same state; never overwrites another case's blob.
/// </summary>
public sealed partial class BlobMover(BlobStorage storage, ILogger<BlobMover> logger)
{
    private readonly BlobCopier _copier = new(storage);

    /// <returns>The video's new location, or null if the case's blob version no longer exists.</returns>
    /// <exception cref="RequestFailedException">Storage rejected the request or failed; safe to retry.</exception>
    public async Task<BlobLocation?> MoveAsync(ModerationCase moderated, string toContainer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderated);
        var (caseId, name) = (moderated.CaseId, moderated.Upload.Name);
        var from = moderated.Location ?? throw new InvalidOperationException($"Case {caseId} has no video to move.");
        if (from.Container == toContainer)
        {
            return await storage.FindAsync(from, cancellationToken) is null ? null : from;
        }

        ETag? version = from.Container == Containers.Uploads ? new ETag(moderated.Upload.ETag) : null;
        var properties = await storage.GetIfMatchesAsync(from, version, cancellationToken);
        if (properties is null)
        {
            return await FindMovedAsync(name, toContainer, caseId, cancellationToken);
        }

        foreach (var place in Places(name, toContainer, caseId))
        {
            switch (await _copier.CopyAsync(from, properties, place, caseId, cancellationToken))
            {
                case BlobCopier.Copy.Done:
                    await storage.Blob(from)
                        .DeleteIfExistsAsync(conditions: new() { IfMatch = properties.ETag }, cancellationToken: cancellationToken);
                    return place;
                case BlobCopier.Copy.SourceGone:
                    return await FindMovedAsync(name, toContainer, caseId, cancellationToken);
                default:
                    Log.PlaceTaken(logger, caseId, place.Container);
                    break;
            }
        }

        throw new InvalidOperationException($"Case {caseId}: both its places in '{toContainer}' hold other cases' blobs.");
    }

    /// <summary>Returns a video that was moved, fully or partly, from any location a decision may have moved it to.</summary>
    /// <returns>Its location in <paramref name="toContainer"/>, or null if the video no longer exists.</returns>
    public async Task<BlobLocation?> ReturnAsync(ModerationCase moderated, string toContainer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderated);
        // The recorded location first: a labelled copy may have another name than the upload.
        var name = moderated.Upload.Name;
        BlobLocation[] places =
            [moderated.Location!, .. Places(name, Containers.Published, moderated.CaseId),
                .. Places(name, Containers.Rejected, moderated.CaseId)];
        foreach (var place in places.Where(place => place.Container != toContainer).Distinct())
        {
            if (await storage.FindAsync(place, cancellationToken) is { } found
                && BlobCopier.BelongsTo(found, moderated.CaseId))
            {
                await MoveAsync(moderated with { Location = place }, toContainer, cancellationToken);
            }
        }

        return await FindMovedAsync(moderated.Upload.Name, toContainer, moderated.CaseId, cancellationToken);
    }

    /// <summary>Gets candidate locations: the uploaded name, then, if another case's blob has it, a folder named after the case.</summary>
    internal static IEnumerable<BlobLocation> Places(string name, string container, string caseId) =>
        [new(container, name), new(container, $"{caseId}/{name}")];

    private async Task<BlobLocation?> FindMovedAsync(string name, string container, string caseId, CancellationToken cancellationToken)
    {
        foreach (var place in Places(name, container, caseId))
        {
            if (await storage.FindAsync(place, cancellationToken) is { } found && BlobCopier.BelongsTo(found, caseId))
            {
                return place;
            }
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning,
            "Case {CaseId}: its place in {Container} belongs to another case; a folder of its own is used.")]
        public static partial void PlaceTaken(ILogger logger, string caseId, string container);
    }
}
