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
/// Lists in container <c>trust</c>: <c>{kind}.json</c> names the current one, <c>lists/{sha256}.pem</c> (<c>.json</c> of products) holds
/// every list ever used, to prove which one a case was decided with.
/// </summary>
public sealed class TrustListStore(BlobStorage storage, IOptions<TrustListOptions> options, TrustListMetrics metrics)
{
    private static readonly BlobHttpHeaders Pem = new() { ContentType = "application/pem-certificate-chain" };
    private static readonly BlobHttpHeaders Json = new() { ContentType = "application/json" };

    private readonly ConcurrentDictionary<TrustListKind, TrustListFile> _read = new();

    /// <summary>Gets the current trust anchors; empty for a list that is not configured or not downloaded yet.</summary>
    /// <exception cref="TrustListRefusedException">A stored list was changed.</exception>
    public async Task<TrustInForce> InForceAsync(CancellationToken cancellationToken)
    {
        var signers = await FindAsync(TrustListKind.Signers, cancellationToken);
        var timeStampers = await FindAsync(TrustListKind.TimeStampers, cancellationToken);
        var products = await FindAsync(TrustListKind.Products, cancellationToken);
        return new(
            signers?.File.Anchors ?? TrustAnchors.None,
            timeStampers?.File.Anchors ?? TrustAnchors.None,
            products?.File.Products ?? ConformingProducts.None,
            signers is null && timeStampers is null && products is null
                ? null
                : new(signers?.Version, timeStampers?.Version, products?.Version));
    }

    /// <returns>The state, or null if the list is not configured or its source has not served a valid list yet.</returns>
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

    /// <exception cref="TrustListRefusedException">The stored list was changed.</exception>
    internal async Task<TrustListFile> ReadAsync(TrustListKind kind, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var content = (await Content(kind, sha256).DownloadContentAsync(cancellationToken)).Value.Content;
            var file = TrustListFile.Read(kind, content.ToArray());
            return file.Sha256 == sha256 ? file : throw Changed(kind, sha256, $"has another hash, {file.Sha256}");
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw Changed(kind, sha256, "is gone");
        }
    }

    /// <summary>Makes a list the current one. If another instance did so first, keeps that instance's list.</summary>
    internal async Task KeepAsync(
        TrustListKind kind, TrustListFile file, TrustListState state, ETag? last, CancellationToken cancellationToken)
    {
        var headers = kind == TrustListKind.Products ? Json : Pem;
        await Content(kind, file.Sha256)
            .UploadAsync(new BinaryData(file.Bytes), new BlobUploadOptions { HttpHeaders = headers }, cancellationToken);
        if (last is { } current)
        {
            await Pointer(kind).ReplaceAsync(current, state, cancellationToken);
            return;
        }

        // An existing state comes from a source that is no longer configured.
        var stored = await Pointer(kind).CreateAsync(state, cancellationToken);
        if (stored.Value.Source != state.Source)
        {
            await Pointer(kind).ReplaceAsync(stored.ETag, state, cancellationToken);
        }
    }

    private async Task<(TrustListVersion Version, TrustListFile File)?> FindAsync(TrustListKind kind, CancellationToken cancellationToken)
    {
        if (await StateAsync(kind, cancellationToken) is not { Value: var state })
        {
            return null;
        }

        if (!_read.TryGetValue(kind, out var file) || file.Sha256 != state.Sha256)
        {
            file = await ReadAsync(kind, state.Sha256, cancellationToken);
            _read[kind] = file;
        }

        return (new(state.Sha256, state.FetchedAt), file);
    }

    private static TrustListRefusedException Changed(TrustListKind kind, string sha256, string how) =>
        new($"{NameOf(kind, sha256)} in container {Containers.Trust} {how}: the stored list was changed. "
            + "Restore it, or remove the .json that names it.");

    private JsonBlob<TrustListState> Pointer(TrustListKind kind) =>
        new(storage.Blob(new(Containers.Trust, $"{CamelCase.Name(kind)}.json")), TrustListJson.Default.TrustListState);

    private BlobClient Content(TrustListKind kind, string sha256) => storage.Blob(new(Containers.Trust, NameOf(kind, sha256)));

    private static string NameOf(TrustListKind kind, string sha256) =>
        $"lists/{sha256}.{(kind == TrustListKind.Products ? "json" : "pem")}";
}
