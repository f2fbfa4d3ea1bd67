using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Policies;

/// <summary>The policies that cases were opened under, kept as <c>policies/{hash}.json</c> in container <c>cases</c> for as long as cases need them.</summary>
public sealed class PinnedPolicies(PolicySet policies, BlobStorage storage)
{
    private readonly ConcurrentDictionary<string, Policy> _earlier = new();

    /// <summary>The very text that the case was opened under, though the app may have come with another one since.</summary>
    /// <exception cref="InvalidOperationException">The text is gone or was changed.</exception>
    public async ValueTask<Policy> GetAsync(PolicyVersion pinned, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pinned);
        if (policies.TryGet(pinned.Hash, out var policy) || _earlier.TryGetValue(pinned.Hash, out policy))
        {
            return policy;
        }

        return _earlier[pinned.Hash] = await ReadAsync(pinned, cancellationToken);
    }

    /// <summary>Keeps every loaded policy's text; one that is kept already stays as it is.</summary>
    internal Task KeepAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(policies.Files.Select(file => KeepAsync(file, cancellationToken)));

    private async Task KeepAsync(PolicyFile file, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                HttpHeaders = new() { ContentType = "application/json" },
            };
            await Blob(file.Policy.Hash).UploadAsync(file.Text, options, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
        }
    }

    private async Task<Policy> ReadAsync(PolicyVersion pinned, CancellationToken cancellationToken)
    {
        var blob = Blob(pinned.Hash);
        try
        {
            var text = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
            return Convert.ToHexStringLower(SHA256.HashData(text)) == pinned.Hash
                ? PolicyReader.Read(blob.Name, text)
                : throw new InvalidOperationException($"Blob '{blob.Name}' is not the policy '{pinned.Id}' {pinned.Version} that it was: its SHA-256 differs. Restore it.");
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw new InvalidOperationException(
                $"Policy '{pinned.Id}' {pinned.Version} is neither loaded nor kept as '{blob.Name}' in '{blob.BlobContainerName}'. Restore the file whose SHA-256 is {pinned.Hash}.",
                failure);
        }
    }

    private BlobClient Blob(string hash) => storage.Blob(new(Containers.Cases, $"policies/{hash}.json"));
}
