using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Replaces a published video by its labelled copy under the same name. The audience gets the old or the new one, never none: the content
/// is staged, and committed at once. Idempotent.
/// </summary>
internal sealed class PublishedReplacement(BlobStorage storage)
{
    /// <param name="copy">The labelled copy.</param>
    /// <param name="properties">Its properties; its headers are served.</param>
    /// <param name="place">Where the video of the case is published; its other metadata stay.</param>
    /// <exception cref="RequestFailedException">The published video was changed meanwhile, or storage failed; safe to retry.</exception>
    public async Task ReplaceAsync(
        ModerationCase decided, BlobLocation copy, BlobProperties properties, BlobLocation place, CancellationToken cancellationToken)
    {
        var replaced = await storage.FindAsync(place, cancellationToken)
            ?? throw new InvalidOperationException($"Case {decided.CaseId}: its published video is gone.");
        var reading = new BlobOpenReadOptions(allowModifications: false) { Conditions = new() { IfMatch = properties.ETag } };
        await using var source = await storage.Blob(copy).OpenReadAsync(reading, cancellationToken);
        await using var target = new BlockBlobWriteStream(storage.BlockBlob(place));
        await source.CopyToAsync(target, cancellationToken);
        await target.CommitAsync(
            new()
            {
                HttpHeaders = new()
                {
                    ContentType = properties.ContentType,
                    ContentDisposition = properties.ContentDisposition,
                    CacheControl = properties.CacheControl,
                },
                Metadata = PublishedNotices.Replace(replaced.Metadata, decided),
                Conditions = new() { IfMatch = replaced.ETag },
            },
            cancellationToken);
    }
}
