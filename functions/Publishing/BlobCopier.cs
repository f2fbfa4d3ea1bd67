using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Copies one version of a blob for a case: server-side, verified, and never over another case's blob. Run twice, or cut off in between, it
/// ends in the same state.
/// </summary>
internal sealed class BlobCopier(BlobStorage storage)
{
    public const string CaseIdKey = "caseid";
    private static readonly TimeSpan CopyPollInterval = TimeSpan.FromSeconds(1);

    /// <param name="properties">Translate the version that is copied.</param>
    /// <exception cref="RequestFailedException">Storage refused or failed; trying again is safe.</exception>
    public async Task<Copy> CopyAsync(
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
            var existing = await PropertiesAsync(place, version: null, cancellationToken);
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
            if (await PropertiesAsync(source, properties.ETag, cancellationToken) is not null)
            {
                throw;
            }

            return Copy.SourceGone;
        }

        await VerifyAsync(target, properties.ContentLength, cancellationToken);
        return Copy.Done;
    }

    /// <exception cref="IOException">
    /// The copy is not whole. It is removed, so that the next attempt starts clean; the source stays.
    /// </exception>
    private static async Task VerifyAsync(BlobClient target, long length, CancellationToken cancellationToken)
    {
        var copied = (await target.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
        if (copied.ContentLength == length && copied.BlobCopyStatus is null or CopyStatus.Success)
        {
            return;
        }

        await target.DeleteIfExistsAsync(conditions: new() { IfMatch = copied.ETag }, cancellationToken: cancellationToken);
        throw new IOException(
            $"The copy in '{target.BlobContainerName}' holds {copied.ContentLength} of {length} bytes ({copied.BlobCopyStatus}).");
    }

    public static bool BelongsTo(BlobProperties blob, string caseId) => OwnerOf(blob.Metadata) == caseId;

    /// <returns>The case that a blob was copied for; null when it was copied for none.</returns>
    public static string? OwnerOf(IDictionary<string, string> metadata) => metadata.TryGetValue(CaseIdKey, out var owner) ? owner : null;

    /// <param name="version">Null for whichever stands there now.</param>
    /// <returns>Null when it is not there.</returns>
    /// <exception cref="RequestFailedException">Storage failed, or the container is missing.</exception>
    public async Task<BlobProperties?> PropertiesAsync(BlobLocation location, ETag? version, CancellationToken cancellationToken)
    {
        try
        {
            var conditions = version is { } tag ? new BlobRequestConditions { IfMatch = tag } : null;
            return (await storage.Blob(location).GetPropertiesAsync(conditions, cancellationToken)).Value;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412
            && exception.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    internal enum Copy
    {
        Done,
        PlaceTaken,
        SourceGone,
    }
}
