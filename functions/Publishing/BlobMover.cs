using AiLabels.Reports;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Moves one version of a blob to another container: server-side copy, verification, then deletion of the source.
/// Idempotent: a retry after an interruption ends in the same state; never overwrites another case's blob.
/// </summary>
public sealed partial class BlobMover(BlobStorage storage, UploadRemoval removal, ILogger<BlobMover> logger)
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
            return await StaysAsync(moderated, from, cancellationToken) ? from : null;
        }

        if (from.Container == Containers.Uploads && toContainer != Containers.Quarantine)
        {
            // No uploader metadata reaches the audience: copies from there get the app's own headers first.
            return await MoveAsync(moderated, Containers.Quarantine, cancellationToken) is { } held
                ? await MoveAsync(moderated with { Location = held, Held = null }, toContainer, cancellationToken)
                : await FindMovedAsync(name, toContainer, caseId, cancellationToken);
        }

        var properties = await storage.GetIfMatchesAsync(from, Version(moderated, from), cancellationToken);
        if (properties is null)
        {
            return await FindMovedAsync(name, toContainer, caseId, cancellationToken);
        }

        var metadata = toContainer == Containers.Published ? PublishedNotices.Metadata(moderated) : null;
        foreach (var place in Places(name, toContainer, caseId))
        {
            var copy = await _copier.CopyAsync(from, properties, place, caseId, cancellationToken, metadata);
            switch (copy.Outcome)
            {
                case CopyOutcome.Done:
                    await FinishAsync(from, properties, place, copy.Target!, cancellationToken);
                    return place;
                case CopyOutcome.SourceGone:
                    return await FindMovedAsync(name, toContainer, caseId, cancellationToken);
                default:
                    Log.PlaceTaken(logger, caseId, place.Container);
                    break;
            }
        }

        throw new InvalidOperationException($"Case {caseId}: all its blob names in '{toContainer}' are taken by other cases.");
    }

    /// <summary>
    /// Gets the version to move. Until its first move, it is the inspected version; later only the app writes at its location.
    /// </summary>
    internal static ETag? Version(ModerationCase moderated, BlobLocation from) => moderated switch
    {
        _ when from.Container == Containers.Uploads => new ETag(moderated.Upload.ETag),
        { State: CaseState.Inspecting, Held: { } held } when held.Place == from => new ETag(held.ETag),
        _ => null,
    };

    /// <summary>Rewrites the notices in the metadata of a published video that stays where it is, if they changed.</summary>
    /// <returns>False if the video no longer exists.</returns>
    private async Task<bool> StaysAsync(ModerationCase moderated, BlobLocation place, CancellationToken cancellationToken)
    {
        if (await storage.GetIfMatchesAsync(place, Version(moderated, place), cancellationToken) is not { } kept)
        {
            return false;
        }

        var next = PublishedNotices.Replace(kept.Metadata, moderated);
        var isCurrent = next.Count == kept.Metadata.Count && !next.Except(kept.Metadata).Any();
        if (place.Container == Containers.Published && !isCurrent)
        {
            await storage.Blob(place).SetMetadataAsync(next, new() { IfMatch = kept.ETag }, cancellationToken);
        }

        return true;
    }

    private async Task FinishAsync(
        BlobLocation from, BlobProperties moved, BlobLocation place, BlobProperties copy, CancellationToken cancellationToken)
    {
        if (from.Container == Containers.Uploads)
        {
            await _copier.SetHeadersAsync(place, copy, VideoHeaders.Of(ContainerFormat.Unknown, place.Name), cancellationToken);
            await removal.TryAsync(from, moved.ETag, cancellationToken);
        }
        else
        {
            await storage.Blob(from).DeleteIfExistsAsync(conditions: new() { IfMatch = moved.ETag }, cancellationToken: cancellationToken);
        }
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

    /// <summary>
    /// Gets candidate locations: the uploaded name, then, if another case's blob has it, a folder named after the case; the name there is
    /// short if the uploaded one leaves no room for a folder.
    /// </summary>
    internal static IEnumerable<BlobLocation> Places(string name, string container, string caseId)
    {
        var folder = $"{caseId}/{name}";
        return [new(container, name), new(container, BlobNames.GetError(folder) is null ? folder : $"{caseId}/video")];
    }

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
            "Case {CaseId}: its blob name in {Container} is taken by another case; a separate folder is used.")]
        public static partial void PlaceTaken(ILogger logger, string caseId, string container);
    }
}
