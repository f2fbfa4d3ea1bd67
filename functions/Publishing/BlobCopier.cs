using System.Collections.ObjectModel;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Copies one version of a blob for a case: server-side, verified, never over another case's blob. Idempotent: a retry after an
/// interruption ends in the same state.
/// </summary>
internal sealed class BlobCopier(BlobStorage storage)
{
    public const string CaseIdKey = "caseid";
    private static readonly TimeSpan CopyPollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CopyPatience = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Copies the content. The copy's metadata is its case and what is given here; HTTP headers come along with the content.
    /// </summary>
    /// <param name="properties">Properties of the version to copy.</param>
    /// <param name="metadata">Further metadata of the copy; null for none.</param>
    /// <exception cref="StorageOutageException">The copy takes long; a retry continues to wait for it.</exception>
    /// <exception cref="RequestFailedException">Storage rejected the request or failed; safe to retry.</exception>
    public async Task<CopyResult> CopyAsync(
        BlobLocation source, BlobProperties properties, BlobLocation place, string caseId, CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        var target = storage.Blob(place);
        var options = new BlobCopyFromUriOptions
        {
            Metadata = new Dictionary<string, string>(metadata ?? ReadOnlyDictionary<string, string>.Empty) { [CaseIdKey] = caseId },
            SourceConditions = new() { IfMatch = properties.ETag },
            DestinationConditions = new() { IfNoneMatch = ETag.All },
        };

        try
        {
            var readable = await storage.CopySourceAsync(source, place.Container, cancellationToken);
            var copy = await target.StartCopyFromUriAsync(readable, options, cancellationToken);
            await WaitAsync(copy, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobAlreadyExists
            || exception.ErrorCode == BlobErrorCode.PendingCopyOperation)
        {
            var existing = await storage.FindAsync(place, cancellationToken);
            if (existing is null || !BelongsTo(existing, caseId))
            {
                return new(CopyOutcome.PlaceTaken);
            }

            if (existing.BlobCopyStatus is CopyStatus.Pending)
            {
                await WaitAsync(new CopyFromUriOperation(existing.CopyId, target), cancellationToken);
            }
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // The service gives the same response if the target's container is missing, which means nothing for the video.
            if (await storage.GetIfMatchesAsync(source, properties.ETag, cancellationToken) is not null)
            {
                throw;
            }

            return new(CopyOutcome.SourceGone);
        }

        return new(CopyOutcome.Done, await VerifyAsync(target, properties.ContentLength, cancellationToken));
    }

    /// <summary>Replaces the HTTP headers of a copy unless they are the given ones.</summary>
    /// <param name="copy">Properties of the copy as last read.</param>
    /// <returns>The version with these headers: concurrent attempts get the same one.</returns>
    public async Task<ETag> SetHeadersAsync(
        BlobLocation place, BlobProperties copy, BlobHttpHeaders headers, CancellationToken cancellationToken)
    {
        if (VideoHeaders.Match(copy, headers))
        {
            return copy.ETag;
        }

        try
        {
            return (await storage.Blob(place).SetHttpHeadersAsync(headers, new() { IfMatch = copy.ETag }, cancellationToken)).Value.ETag;
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            var changed = await storage.FindAsync(place, cancellationToken);
            return changed is not null && VideoHeaders.Match(changed, headers)
                ? changed.ETag
                : throw new StorageOutageException($"A copy in '{place.Container}' is being changed by another attempt.", exception);
        }
    }

    /// <remarks>Below <c>functionTimeout</c>, at which the host would kill the worker.</remarks>
    private static async Task WaitAsync(CopyFromUriOperation copy, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CopyPatience);
        try
        {
            await copy.WaitForCompletionAsync(CopyPollInterval, limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageOutageException($"A copy takes longer than {CopyPatience}; it continues.", exception);
        }
    }

    /// <exception cref="IOException">
    /// The copy is incomplete. It is deleted, for a clean retry; the source is kept.
    /// </exception>
    private static async Task<BlobProperties> VerifyAsync(BlobClient target, long length, CancellationToken cancellationToken)
    {
        var copied = (await target.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
        if (copied.ContentLength == length && copied.BlobCopyStatus is null or CopyStatus.Success)
        {
            return copied;
        }

        await target.DeleteIfExistsAsync(conditions: new() { IfMatch = copied.ETag }, cancellationToken: cancellationToken);
        throw new IOException(
            $"The copy in '{target.BlobContainerName}' holds {copied.ContentLength} of {length} bytes ({copied.BlobCopyStatus}).");
    }

    public static bool BelongsTo(BlobProperties blob, string caseId) => OwnerOf(blob.Metadata) == caseId;

    /// <returns>The case that a blob was copied for, or null if it is not such a copy.</returns>
    public static string? OwnerOf(IDictionary<string, string> metadata) => metadata.TryGetValue(CaseIdKey, out var owner) ? owner : null;
}
