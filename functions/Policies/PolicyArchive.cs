using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Policies;

/// <summary>
/// The policies that cases were opened under, stored as <c>policies/{hash}.json</c> in container <c>cases</c> as long as cases need them.
/// </summary>
public sealed class PolicyArchive(LoadedPolicies policies, BlobStorage storage)
{
    // Covers a month of hourly edits.
    private const int MaxVersions = 1000;

    private const string Prefix = "policies/";
    private const string Extension = ".json";

    private readonly ConcurrentDictionary<string, PolicyFile> _earlier = new();

    /// <summary>Gets the exact policy pinned by a case, even if the app has since been deployed with another version.</summary>
    /// <exception cref="InvalidOperationException">The archived text is missing or was changed.</exception>
    public async ValueTask<Policy> GetAsync(PolicyVersion pinned, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pinned);
        return (await FileAsync(pinned, cancellationToken)).Policy;
    }

    /// <summary>Gets every policy that decides a case, its own first.</summary>
    internal async Task<IReadOnlyList<Policy>> AskedAsync(ModerationCase decided, CancellationToken cancellationToken)
    {
        List<Policy> asked = [];
        foreach (var version in decided.Laws.Prepend(decided.Policy))
        {
            asked.Add(await GetAsync(version, cancellationToken));
        }

        return asked;
    }

    /// <summary>Lists the versions of a policy that cases may have been opened under, last archived first.</summary>
    internal async Task<PolicyHistory> HistoryAsync(string id, CancellationToken cancellationToken)
    {
        List<ArchivedPolicy> versions = [];
        List<string> unreadable = [];
        var kept = storage.Container(Containers.Cases).GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken);
        await foreach (var blob in kept.Take(MaxVersions).WithCancellation(cancellationToken))
        {
            var hash = blob.Name[Prefix.Length..^Extension.Length];
            try
            {
                versions.Add(new(await FileAsync(new(id, "", hash), cancellationToken), blob.Properties.CreatedOn));
            }
            catch (Exception exception) when (exception is InvalidOperationException or InvalidPolicyException)
            {
                unreadable.Add(hash);
            }
        }

        return new([.. versions.Where(version => version.File.Policy.Id == id).OrderByDescending(version => version.KeptAt)], unreadable);
    }

    private async ValueTask<PolicyFile> FileAsync(PolicyVersion pinned, CancellationToken cancellationToken) =>
        policies.TryGet(pinned.Hash, out var file) || _earlier.TryGetValue(pinned.Hash, out file)
            ? file
            : _earlier[pinned.Hash] = await ReadAsync(pinned, cancellationToken);

    /// <summary>Archives every loaded policy; an archived one is never overwritten.</summary>
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

    private async Task<PolicyFile> ReadAsync(PolicyVersion pinned, CancellationToken cancellationToken)
    {
        var blob = Blob(pinned.Hash);
        try
        {
            var text = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
            return Convert.ToHexStringLower(SHA256.HashData(text)) == pinned.Hash
                ? new(blob.Name, PolicyReader.Read(blob.Name, text), new(text))
                : throw new InvalidOperationException(
                    $"Blob '{blob.Name}' is no longer policy '{pinned.Id}' {pinned.Version}: its SHA-256 differs. Restore it.");
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw new InvalidOperationException(
                $"Policy '{pinned.Id}' {pinned.Version} is neither loaded nor archived as '{blob.Name}' in '{blob.BlobContainerName}'. Restore the file whose SHA-256 is {pinned.Hash}.",
                failure);
        }
    }

    private BlobClient Blob(string hash) => storage.Blob(new(Containers.Cases, $"{Prefix}{hash}{Extension}"));
}
