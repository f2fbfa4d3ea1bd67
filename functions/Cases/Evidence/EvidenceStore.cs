using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Cases.Evidence;

/// <summary>Evidence of an upload, kept in <c>evidence/{caseId}/</c>. Writes are idempotent: a retried step overwrites its files.</summary>
public sealed class EvidenceStore(BlobStorage storage)
{
    /// <summary>Upper limit of listed files; never reached, because the sampling plan limits the frames.</summary>
    public const int MaxListed = 1000;

    public Task WriteAsync<T>(string caseId, string file, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken = default) =>
        WriteAsync(caseId, file, new BinaryData(JsonSerializer.SerializeToUtf8Bytes(value, type)), "application/json", cancellationToken);

    public Task WriteAsync(
        string caseId, string file, BinaryData content, string contentType, CancellationToken cancellationToken = default) =>
        WriteAsync(caseId, file, content, new BlobHttpHeaders { ContentType = contentType }, cancellationToken);

    /// <param name="headers">For a file that is copied to public storage later.</param>
    public async Task WriteAsync(
        string caseId, string file, BinaryData content, BlobHttpHeaders headers, CancellationToken cancellationToken = default)
    {
        var options = new BlobUploadOptions { HttpHeaders = headers };
        await Blob(caseId, file).UploadAsync(content, options, cancellationToken);
    }

    /// <returns>The value, or null if the file does not exist.</returns>
    public async Task<T?> ReadAsync<T>(string caseId, string file, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class =>
        await ReadAsync(caseId, file, cancellationToken) is { } content ? JsonSerializer.Deserialize(content.ToMemory().Span, type) : null;

    /// <inheritdoc cref="ReadAsync{T}"/>
    public async Task<BinaryData?> ReadAsync(string caseId, string file, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await Blob(caseId, file).DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <returns>The files of a case, ordered by name.</returns>
    public async Task<IReadOnlyList<EvidenceFile>> ListAsync(string caseId, CancellationToken cancellationToken = default)
    {
        var prefix = $"{caseId}/";
        var files = new List<EvidenceFile>();
        var blobs = storage.Container(Containers.Evidence).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
        await foreach (var blob in blobs)
        {
            files.Add(new(blob.Name[prefix.Length..], blob.Properties.ContentLength ?? 0, blob.Properties.CreatedOn));
            if (files.Count == MaxListed)
            {
                break;
            }
        }

        return files;
    }

    /// <returns>The bytes of the file, or null if it does not exist.</returns>
    public async Task<Stream?> OpenAsync(string caseId, string? file, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(file) || BlobNames.GetError($"{caseId}/{file}") is not null)
        {
            return null;
        }

        try
        {
            return (await Blob(caseId, file).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Removes files of a case.</summary>
    /// <param name="isKept">Whether to keep a file, by its name; null keeps none.</param>
    /// <returns>Number of removed files.</returns>
    internal async Task<int> RemoveAsync(string caseId, Func<string, bool>? isKept, CancellationToken cancellationToken)
    {
        var (prefix, removed) = ($"{caseId}/", 0);
        var blobs = storage.Container(Containers.Evidence).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
        await foreach (var blob in blobs)
        {
            if (isKept?.Invoke(blob.Name[prefix.Length..]) is true)
            {
                continue;
            }

            await storage.Blob(new(Containers.Evidence, blob.Name))
                .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
            removed++;
        }

        return removed;
    }

    private BlobClient Blob(string caseId, string file) => storage.Blob(new BlobLocation(Containers.Evidence, $"{caseId}/{file}"));
}
