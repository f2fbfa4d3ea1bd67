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

    /// <param name="properties">Properties of the version to copy.</param>
    /// <exception cref="RequestFailedException">Storage rejected the request or failed; safe to retry.</exception>
    public async Task<Copy> CopyAsync(
        BlobLocation source, BlobProperties properties, BlobLocation place, string caseId, CancellationToken cancellationToken)
    {
        var target = storage.Blob(place);
        var options = new BlobCopyFromUriOptions
        {
            // Metadata are HTTP headers, hence case-insensitive: `CaseId` beside `caseid` would be rejected.
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
            var existing = await storage.FindAsync(place, cancellationToken);
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
            // The service gives the same response if the target's container is missing, which says nothing about the video.
            if (await storage.GetIfMatchesAsync(source, properties.ETag, cancellationToken) is not null)
            {
                throw;
            }

            return Copy.SourceGone;
        }

        await VerifyAsync(target, properties.ContentLength, cancellationToken);
        return Copy.Done;
    }

    /// <exception cref="IOException">
    /// The copy is incomplete. It is deleted, for a clean retry; the source is kept.
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

    /// <returns>The case that a blob was copied for, or null if it is not such a copy.</returns>
    public static string? OwnerOf(IDictionary<string, string> metadata) => metadata.TryGetValue(CaseIdKey, out var owner) ? owner : null;

    internal enum Copy
    {
        Done,
        PlaceTaken,
        SourceGone,
    }
}
