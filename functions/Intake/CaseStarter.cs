using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Storage;
using VideoGate.Telemetry;

namespace VideoGate.Intake;

/// <summary>Starts the moderation of an upload once per blob version; duplicate events are ignored.</summary>
public sealed partial class CaseStarter(BlobStorage storage, IntakeMetrics metrics, ILogger<CaseStarter> logger)
{
    /// <param name="name">Blob name in <c>uploads</c>, unchanged.</param>
    /// <param name="version">
    /// The reported version; a newer one raises a separate event and is ignored here. Null for the current version.
    /// </param>
    /// <param name="poisoned">See <see cref="ModerationRequest"/>.</param>
    /// <returns>True if started by this call; false if started before.</returns>
    public Task<bool> StartAsync(
        DurableTaskClient client, string name, ETag? version, bool poisoned, CancellationToken cancellationToken) =>
        StartAsync(client, name, version, poisoned, replaceEnded: false, cancellationToken);

    /// <summary>Starts the moderation of an upload that has no case, even if an earlier orchestration ended without opening one.</summary>
    /// <inheritdoc cref="StartAsync(DurableTaskClient, string, ETag?, bool, CancellationToken)"/>
    public Task<bool> StartAgainAsync(DurableTaskClient client, string name, ETag version, CancellationToken cancellationToken) =>
        StartAsync(client, name, version, poisoned: false, replaceEnded: true, cancellationToken);

    private async Task<bool> StartAsync(
        DurableTaskClient client, string name, ETag? version, bool poisoned, bool replaceEnded, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, version, cancellationToken) is not { } upload)
        {
            Log.Gone(logger);
            return false;
        }

        var caseId = CaseId.For(Containers.Uploads, upload.Name, upload.ETag);
        CaseTrace.Belongs(caseId);
        var request = new ModerationRequest(upload, poisoned);
        if (!await CaseOrchestration.StartAsync(client, CaseOrchestration.IdOf(caseId), request, replaceEnded, cancellationToken))
        {
            Log.StartedBefore(logger, caseId);
            return false;
        }

        metrics.Arrived(poisoned);
        Log.Started(logger, caseId, poisoned);
        return true;
    }

    private async Task<UploadedVideo?> FindAsync(string name, ETag? version, CancellationToken cancellationToken)
    {
        try
        {
            return await storage.GetIfMatchesAsync(new(Containers.Uploads, name), version, cancellationToken) is { } found
                ? new(name, found.ETag.ToString(), found.ContentLength, found.ContentType, found.LastModified)
                : null;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobUsesCustomerSpecifiedEncryption)
        {
            return await FindInListAsync(name, version, cancellationToken);
        }
    }

    /// <summary>Finds an upload encrypted with a key of its uploader: a listing shows version and length without the key.</summary>
    private async Task<UploadedVideo?> FindInListAsync(string name, ETag? version, CancellationToken cancellationToken)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Uploads), name, BlobTraits.None, marker: null, size: 1, cancellationToken);
        if (page.Blobs is not [{ Properties: { ETag: { } listed } found } blob] || blob.Name != name)
        {
            return null;
        }

        // Listings omit the quotes of an ETag.
        var current = $"\"{listed.ToString().Trim('"')}\"";
        return version is { } reported && reported.ToString().Trim('"') != current.Trim('"')
            ? null
            : new(name, current, found.ContentLength ?? 0, found.ContentType, found.LastModified ?? DateTimeOffset.UnixEpoch);
    }

    // No blob names: uploaders choose them.
    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "Case {CaseId} started (poisoned: {Poisoned}).")]
        public static partial void Started(ILogger logger, string caseId, bool poisoned);

        [LoggerMessage(3002, LogLevel.Information, "Case {CaseId} was already started.")]
        public static partial void StartedBefore(ILogger logger, string caseId);

        [LoggerMessage(3003, LogLevel.Information, "An upload no longer exists or was replaced; nothing to do.")]
        public static partial void Gone(ILogger logger);
    }
}
