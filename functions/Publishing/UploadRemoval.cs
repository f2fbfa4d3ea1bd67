using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Removes what an uploader left in <c>uploads</c>, snapshots included, and breaks leases. Never stops a case: what cannot be removed is
/// left to the reconciliation.
/// </summary>
public sealed partial class UploadRemoval(BlobStorage storage, ILogger<UploadRemoval> logger)
{
    /// <returns>False if the version is still there.</returns>
    public async Task<bool> TryAsync(BlobLocation upload, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            return await DeleteAsync(upload, version, cancellationToken)
                || (await BreakLeaseAsync(upload, cancellationToken) && await DeleteAsync(upload, version, cancellationToken));
        }
        catch (Exception exception) when (exception is RequestFailedException || StorageOutage.IsTransient(exception))
        {
            Log.Left(logger, (exception as RequestFailedException)?.ErrorCode ?? exception.GetType().Name);
            return false;
        }
    }

    /// <returns>False if the upload is leased.</returns>
    private async Task<bool> DeleteAsync(BlobLocation upload, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Blob(upload).DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots, new() { IfMatch = version }, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // Another version, which has its own case.
            return true;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.LeaseIdMissing)
        {
            return false;
        }
    }

    private async Task<bool> BreakLeaseAsync(BlobLocation upload, CancellationToken cancellationToken)
    {
        try
        {
            await storage.Blob(upload).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.LeaseNotPresentWithLeaseOperation)
        {
            // It has ended meanwhile.
        }

        return true;
    }

    // No blob names: uploaders choose them.
    private static partial class Log
    {
        [LoggerMessage(5002, LogLevel.Warning,
            "An accepted upload could not be removed ({Reason}); reconciliation tries again.")]
        public static partial void Left(ILogger logger, string reason);
    }
}
