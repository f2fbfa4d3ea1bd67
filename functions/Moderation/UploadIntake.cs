using AiLabels.Containers;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Takes uploads in: copies one version of an upload, server-side, to a place where its uploader has no access. Only the content is
/// copied; metadata, tags, tier and HTTP headers are the uploader's. Idempotent: a retry finds the copy.
/// </summary>
public sealed class UploadIntake(BlobStorage storage, IOptions<UploadLimitOptions> limits)
{
    private readonly BlobCopier _copier = new(storage);

    /// <exception cref="StorageOutageException">Storage does not respond, or the copy takes long; safe to retry.</exception>
    internal async Task<TakenIn> TakeInAsync(string caseId, UploadedVideo upload, CancellationToken cancellationToken)
    {
        var source = new BlobLocation(Containers.Uploads, upload.Name);
        try
        {
            var found = await storage.GetIfMatchesAsync(source, new ETag(upload.ETag), cancellationToken);
            if (found is null)
            {
                return await FindAsync(caseId, upload, cancellationToken);
            }

            return Refuse(found) is { } refusal
                ? TakenIn.Refused(refusal, found.Metadata)
                : await CopyAsync(caseId, source, found, upload, cancellationToken);
        }
        catch (RequestFailedException failure) when (Refuse(failure) is { } refusal)
        {
            return TakenIn.Refused(refusal);
        }
    }

    /// <summary>Removes the copy of an upload that is refused after all.</summary>
    internal async Task ReleaseAsync(HeldVideo held, CancellationToken cancellationToken) => await storage.Blob(held.Place)
        .DeleteIfExistsAsync(conditions: new() { IfMatch = new ETag(held.ETag) }, cancellationToken: cancellationToken);

    private UploadRefusal? Refuse(BlobProperties found) => found switch
    {
        { BlobCopyStatus: CopyStatus.Pending } => UploadRefusal.CopyPending,
        { AccessTier: "Archive" } => UploadRefusal.Archived,
        { EncryptionKeySha256: { Length: > 0 } } => UploadRefusal.CustomerKey,
        _ when found.ContentLength > limits.Value.MaxUploadBytes => UploadRefusal.TooLarge,
        { ContentLength: 0 } => UploadRefusal.NotVideo,
        _ => null,
    };

    /// <summary>Gets what a response means for the upload; null if the cause may be this app or the service.</summary>
    private static UploadRefusal? Refuse(RequestFailedException failure) => failure.ErrorCode switch
    {
        var code when code == BlobErrorCode.BlobArchived || code == BlobErrorCode.BlobBeingRehydrated => UploadRefusal.Archived,
        var code when code == BlobErrorCode.BlobUsesCustomerSpecifiedEncryption => UploadRefusal.CustomerKey,
        _ => null,
    };

    private async Task<TakenIn> CopyAsync(
        string caseId, BlobLocation source, BlobProperties found, UploadedVideo upload, CancellationToken cancellationToken)
    {
        foreach (var place in BlobMover.Places(upload.Name, Containers.Quarantine, caseId))
        {
            var copy = await _copier.CopyAsync(source, found, place, caseId, cancellationToken);
            switch (copy.Outcome)
            {
                case CopyOutcome.Done:
                    return await HoldAsync(place, copy.Target!, upload, found.Metadata, cancellationToken);
                case CopyOutcome.SourceGone:
                    return await FindAsync(caseId, upload, cancellationToken);
                default:
                    continue;
            }
        }

        throw new InvalidOperationException($"Case {caseId}: all its blob names in quarantine are taken by other cases.");
    }

    /// <summary>Finds the copy of an earlier attempt.</summary>
    private async Task<TakenIn> FindAsync(string caseId, UploadedVideo upload, CancellationToken cancellationToken)
    {
        foreach (var place in BlobMover.Places(upload.Name, Containers.Quarantine, caseId))
        {
            if (await storage.FindAsync(place, cancellationToken) is { BlobCopyStatus: CopyStatus.Success } copy
                && BlobCopier.BelongsTo(copy, caseId) && copy.ContentLength == upload.Length)
            {
                return await HoldAsync(place, copy, upload, new Dictionary<string, string>(), cancellationToken);
            }
        }

        return TakenIn.Refused(UploadRefusal.Replaced);
    }

    /// <summary>Fingerprints the copy and gives it the headers under which it may be served.</summary>
    private async Task<TakenIn> HoldAsync(
        BlobLocation place, BlobProperties copy, UploadedVideo upload, IDictionary<string, string> metadata,
        CancellationToken cancellationToken)
    {
        try
        {
            var content = new BlobByteSource(storage.Blob(place), copy.ETag, copy.ContentLength);
            var (fingerprint, head) = await ContentFingerprint.ReadAsync(content, cancellationToken);
            if (NoVideo.Is(head.Span, content.Length))
            {
                await ReleaseAsync(new(place, copy.ETag.ToString(), copy.ContentLength), cancellationToken);
                return TakenIn.Refused(UploadRefusal.NotVideo, metadata);
            }

            var headers = VideoHeaders.Of(ContainerSniffer.Sniff(head.Span), upload.Name);
            var version = await _copier.SetHeadersAsync(place, copy, headers, cancellationToken);
            return new(new(place, version.ToString(), copy.ContentLength), null, fingerprint, metadata);
        }
        catch (IOException exception)
        {
            throw new StorageOutageException("The copy of an upload cannot be read, or another attempt is changing it.", exception);
        }
    }
}
