using System.Collections.Concurrent;
using AiLabels.Reports;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.TrustLists;

/// <summary>
/// Lists in container <c>trust</c>: <c>{kind}.json</c> says which one is in force, <c>lists/{sha256}.pem</c> holds every one that ever was,
/// so that it can be shown by what a case was judged.
/// </summary>
public sealed class TrustListStore(BlobStorage storage, IOptions<TrustListOptions> options, TrustListMetrics metrics)
{
    private static readonly BlobHttpHeaders Pem = new() { ContentType = "application/pem-certificate-chain" };

    private readonly ConcurrentDictionary<TrustListKind, TrustListFile> _read = new();

    /// <summary>
    /// What signers and time-stamps are judged by at the moment: nothing, where no list is configured or none has come yet.
    /// </summary>
    /// <exception cref="TrustListRefusedException">A list is not what it was when it was kept.</exception>
    public async Task<TrustInForce> InForceAsync(CancellationToken cancellationToken)
    {
        var signers = await FindAsync(TrustListKind.Signers, cancellationToken);
        var timeStampers = await FindAsync(TrustListKind.TimeStampers, cancellationToken);
        return new(
            signers?.Anchors ?? TrustAnchors.None,
            timeStampers?.Anchors ?? TrustAnchors.None,
            signers is null && timeStampers is null ? null : new(signers?.Version, timeStampers?.Version));
    }

    /// <returns>Null when the list is not configured, or nothing good ever came from where it is configured to come from.</returns>
    internal async Task<Stored<TrustListState>?> StateAsync(TrustListKind kind, CancellationToken cancellationToken)
    {
        var address = options.Value.Configured.FirstOrDefault(list => list.Kind == kind).Address;
        if (address is null || await Pointer(kind).ReadAsync(cancellationToken) is not { } stored || stored.Value.Source != address)
        {
            return null;
        }

        metrics.Confirmed(kind, stored.Value.ConfirmedAt);
        return stored;
    }

    /// <exception cref="TrustListRefusedException">It is not what it was when it was kept.</exception>
    internal async Task<TrustListFile> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var content = (await Content(sha256).DownloadContentAsync(cancellationToken)).Value.Content;
            var file = TrustListFile.Read(content.ToArray());
            return file.Sha256 == sha256 ? file : throw Changed(sha256, $"has another hash, {file.Sha256}");
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw Changed(sha256, "is gone");
        }
    }

    /// <summary>Puts a list into force. When another instance was faster, what it put there stays.</summary>
    internal async Task KeepAsync(
        TrustListKind kind, TrustListFile file, TrustListState state, ETag? last, CancellationToken cancellationToken)
    {
        await Content(file.Sha256).UploadAsync(new BinaryData(file.Bytes), new BlobUploadOptions { HttpHeaders = Pem }, cancellationToken);
        if (last is { } current)
        {
            await Pointer(kind).ReplaceAsync(current, state, cancellationToken);
            return;
        }

        // One that is there already is from a source that is not configured any more.
        var stored = await Pointer(kind).CreateAsync(state, cancellationToken);
        if (stored.Value.Source != state.Source)
        {
            await Pointer(kind).ReplaceAsync(stored.ETag, state, cancellationToken);
        }
    }

    private async Task<(TrustListVersion Version, TrustAnchors Anchors)?> FindAsync(TrustListKind kind, CancellationToken cancellationToken)
    {
        if (await StateAsync(kind, cancellationToken) is not { Value: var state })
        {
            return null;
        }

        if (!_read.TryGetValue(kind, out var file) || file.Sha256 != state.Sha256)
        {
            file = await ReadAsync(state.Sha256, cancellationToken);
            _read[kind] = file;
        }

        return (new(state.Sha256, state.FetchedAt), file.Anchors);
    }

    private static TrustListRefusedException Changed(string sha256, string how) =>
        new($"lists/{sha256}.pem in container {Containers.Trust} {how}: somebody changed what was kept. Restore it, or remove the .json that names it.");

    private JsonBlob<TrustListState> Pointer(TrustListKind kind) =>
        new(storage.Blob(new(Containers.Trust, $"{CamelCase.Name(kind)}.json")), TrustListJson.Default.TrustListState);

    private BlobClient Content(string sha256) => storage.Blob(new(Containers.Trust, $"lists/{sha256}.pem"));
}
