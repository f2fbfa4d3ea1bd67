using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Publishing;

/// <summary>
/// Moves one version of a blob to another container: server-side copy, verification, then removal of the source.
/// Run twice, or cut off anywhere in between, it ends in the same state; it never overwrites another case's blob.
/// </summary>
public sealed partial class BlobMover(BlobStorage storage, ILogger<BlobMover> logger)
{
    private const string CaseIdKey = "caseid";
    private static readonly TimeSpan CopyPollInterval = TimeSpan.FromSeconds(1);

    /// <returns>The video's new place, or null when the version that the case is about is not there any more.</returns>
    /// <exception cref="RequestFailedException">Storage refused or failed; trying again is safe.</exception>
    public async Task<BlobLocation?> MoveAsync(ModerationCase moderated, string toContainer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderated);
        var (caseId, name) = (moderated.CaseId, moderated.Upload.Name);
        var from = moderated.Location ?? throw new InvalidOperationException($"Case {caseId} has no video to move.");
        if (from.Container == toContainer)
        {
            return await PropertiesAsync(storage.Blob(from), version: null, cancellationToken) is null ? null : from;
        }

        ETag? version = from.Container == Containers.Uploads ? new ETag(moderated.Upload.ETag) : null;
        var source = storage.Blob(from);
        var properties = await PropertiesAsync(source, version, cancellationToken);
        if (properties is null)
        {
            return await FindMovedAsync(name, toContainer, caseId, cancellationToken);
        }

        foreach (var place in Places(name, toContainer, caseId))
        {
            switch (await CopyAsync(from, properties, place, caseId, cancellationToken))
            {
                case Copy.Done:
                    await source.DeleteIfExistsAsync(conditions: new() { IfMatch = properties.ETag }, cancellationToken: cancellationToken);
                    return place;
                case Copy.SourceGone:
                    return await FindMovedAsync(name, toContainer, caseId, cancellationToken);
                default:
                    Log.PlaceTaken(logger, caseId, place.Container, place.Name);
                    break;
            }
        }

        throw new InvalidOperationException($"Case {caseId}: both places for '{name}' in '{toContainer}' hold other cases' blobs.");
    }

    /// <summary>Brings a video back that was moved on, wholly or in part, from wherever a decision may have put it.</summary>
    /// <returns>Its place in <paramref name="toContainer"/>, or null when it is nowhere.</returns>
    public async Task<BlobLocation?> ReturnAsync(ModerationCase moderated, string toContainer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moderated);
        foreach (var container in new[] { Containers.Published, Containers.Rejected })
        {
            if (await FindMovedAsync(moderated.Upload.Name, container, moderated.CaseId, cancellationToken) is { } elsewhere)
            {
                await MoveAsync(moderated with { Location = elsewhere }, toContainer, cancellationToken);
            }
        }

        return await FindMovedAsync(moderated.Upload.Name, toContainer, moderated.CaseId, cancellationToken);
    }

    /// <summary>The name that it was uploaded under; when another case's blob has it already, a folder of this case's own.</summary>
    private static IEnumerable<BlobLocation> Places(string name, string container, string caseId) =>
        [new(container, name), new(container, $"{caseId}/{name}")];

    private async Task<BlobLocation?> FindMovedAsync(string name, string container, string caseId, CancellationToken cancellationToken)
    {
        foreach (var place in Places(name, container, caseId))
        {
            if (await PropertiesAsync(storage.Blob(place), version: null, cancellationToken) is { } found && BelongsTo(found, caseId))
            {
                return place;
            }
        }

        return null;
    }

    private async Task<Copy> CopyAsync(
        BlobLocation source, BlobProperties properties, BlobLocation place, string caseId, CancellationToken cancellationToken)
    {
        var target = storage.Blob(place);
        var options = new BlobCopyFromUriOptions
        {
            // HTTP headers, which metadata is, know no case: `CaseId` beside `caseid` would be refused.
            Metadata = new Dictionary<string, string>(properties.Metadata, StringComparer.OrdinalIgnoreCase) { [CaseIdKey] = caseId },
            SourceConditions = new() { IfMatch = properties.ETag },
            DestinationConditions = new() { IfNoneMatch = ETag.All },
        };

        try
        {
            var readable = await storage.CopySourceAsync(source, place.Container, cancellationToken);
            var copy = await target.StartCopyFromUriAsync(readable, options, cancellationToken);
            await copy.WaitForCompletionAsync(CopyPollInterval, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            var existing = await PropertiesAsync(target, version: null, cancellationToken);
            if (existing is null || !BelongsTo(existing, caseId))
            {
                return Copy.PlaceTaken;
            }

            if (existing.BlobCopyStatus is CopyStatus.Pending)
            {
                await new CopyFromUriOperation(existing.CopyId, target).WaitForCompletionAsync(CopyPollInterval, cancellationToken);
            }
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // The same answer when the target's container is missing, which is no fate of the video.
            if (await PropertiesAsync(storage.Blob(source), properties.ETag, cancellationToken) is not null)
            {
                throw;
            }

            return Copy.SourceGone;
        }

        await VerifyAsync(target, properties.ContentLength, cancellationToken);
        return Copy.Done;
    }

    /// <exception cref="IOException">The copy is not whole. It is removed, so that the next attempt starts clean; the source stays.</exception>
    private static async Task VerifyAsync(BlobClient target, long length, CancellationToken cancellationToken)
    {
        var copied = (await target.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
        if (copied.ContentLength == length && copied.BlobCopyStatus is null or CopyStatus.Success)
        {
            return;
        }

        await target.DeleteIfExistsAsync(conditions: new() { IfMatch = copied.ETag }, cancellationToken: cancellationToken);
        throw new IOException($"The copy to '{target.Uri}' holds {copied.ContentLength} of {length} bytes ({copied.BlobCopyStatus}).");
    }

    private static bool BelongsTo(BlobProperties blob, string caseId) =>
        blob.Metadata.TryGetValue(CaseIdKey, out var owner) && owner == caseId;

    /// <exception cref="RequestFailedException">Storage failed, or the container is missing.</exception>
    private static async Task<BlobProperties?> PropertiesAsync(BlobClient blob, ETag? version, CancellationToken cancellationToken)
    {
        try
        {
            var conditions = version is { } tag ? new BlobRequestConditions { IfMatch = tag } : null;
            return (await blob.GetPropertiesAsync(conditions, cancellationToken)).Value;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412 && exception.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    private enum Copy
    {
        Done,
        PlaceTaken,
        SourceGone,
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning, "Case {CaseId}: {Container}/{Name} belongs to another case; a folder of its own is used.")]
        public static partial void PlaceTaken(ILogger logger, string caseId, string container, string name);
    }
}
