using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Storage;

/// <summary>One value stored as one JSON blob; every change is conditional on its ETag.</summary>
internal sealed class JsonBlob<T>(BlobClient blob, JsonTypeInfo<T> type)
    where T : class
{
    private const string WriteKey = "write";

    private static readonly BlobHttpHeaders Json = new() { ContentType = "application/json" };

    /// <returns>The value, or null if the blob does not exist.</returns>
    public async Task<Stored<T>?> ReadAsync(CancellationToken cancellationToken) =>
        await DownloadAsync(cancellationToken) is { } found ? Parse(found) : null;

    /// <summary>Writes the value unless the blob exists; returns the stored value in either case.</summary>
    public async Task<Stored<T>> CreateAsync(T value, CancellationToken cancellationToken) =>
        await WriteAsync(value, new() { IfNoneMatch = ETag.All }, cancellationToken)
            ?? await ReadAsync(cancellationToken)
            ?? throw new InvalidOperationException($"Blob '{blob.Name}' was removed while it was being created; try again.");

    /// <returns>The stored value, or null if the blob is no longer version <paramref name="current"/>.</returns>
    public Task<Stored<T>?> ReplaceAsync(ETag current, T value, CancellationToken cancellationToken) =>
        WriteAsync(value, new() { IfMatch = current }, cancellationToken);

    private async Task<Stored<T>?> WriteAsync(T value, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        var write = Guid.NewGuid().ToString("N");
        try
        {
            var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(value, type));
            var metadata = new Dictionary<string, string> { [WriteKey] = write };
            var options = new BlobUploadOptions { Conditions = conditions, HttpHeaders = Json, Metadata = metadata };
            var written = await blob.UploadAsync(content, options, cancellationToken);
            return new(value, written.Value.ETag, written.Value.LastModified);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // If the response to a write was lost, its retry finds the blob that it wrote itself.
            var found = await DownloadAsync(cancellationToken);
            return found is not null && found.Details.Metadata.TryGetValue(WriteKey, out var last) && last == write
                ? new(value, found.Details.ETag, found.Details.LastModified)
                : null;
        }
    }

    private async Task<BlobDownloadResult?> DownloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await blob.DownloadContentAsync(cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private Stored<T> Parse(BlobDownloadResult found) =>
        new(found.Content.ToObjectFromJson(type) ?? throw new JsonException($"Blob '{blob.Name}' holds null."), found.Details.ETag,
            found.Details.LastModified);
}
