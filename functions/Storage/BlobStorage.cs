using System.Collections.Frozen;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VideoGate.Storage;

/// <summary>Gets blobs of the workflow from their configured storage accounts.</summary>
public sealed class BlobStorage
{
    // A copy between accounts reads its source until it is complete.
    private static readonly TimeSpan CopyAccess = TimeSpan.FromHours(12);

    private readonly FrozenDictionary<string, StorageAccount> _accounts;
    private readonly FrozenDictionary<string, BlobContainerClient> _containers;
    private readonly TimeProvider _time;

    public BlobStorage(IOptions<StorageOptions> options, IConfiguration configuration, TimeProvider time, StorageClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        var connected = options.Value.Connections.Values.Distinct()
            .ToDictionary(name => name, name => StorageAccount.Connect(configuration, name, time, clock));
        _accounts = options.Value.Connections.ToFrozenDictionary(entry => entry.Key, entry => connected[entry.Value]);
        _containers = _accounts.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Service.GetBlobContainerClient(entry.Key));
        _time = time;
    }

    /// <exception cref="ArgumentException">The workflow has no container with this name.</exception>
    public BlobContainerClient Container(string name) => _containers.TryGetValue(name, out var container)
        ? container
        : throw new ArgumentException(
            $"'{name}' is not a container of the workflow; use one of {string.Join(", ", Containers.All)}.", nameof(name));

    /// <exception cref="ArgumentException"><see cref="BlobNames.GetError"/> returns a reason.</exception>
    public BlobClient Blob(BlobLocation location)
    {
        var address = Address(location);
        var shared = Container(location.Container).GetBlobClient(location.Name);
        return IsExact(shared.Uri, location) ? shared : Account(location).Blob(address);
    }

    /// <inheritdoc cref="Blob"/>
    public AppendBlobClient AppendBlob(BlobLocation location)
    {
        var address = Address(location);
        var shared = Container(location.Container).GetAppendBlobClient(location.Name);
        return IsExact(shared.Uri, location) ? shared : Account(location).AppendBlob(address);
    }

    /// <inheritdoc cref="Blob"/>
    public BlockBlobClient BlockBlob(BlobLocation location)
    {
        var address = Address(location);
        var shared = Container(location.Container).GetBlockBlobClient(location.Name);
        return IsExact(shared.Uri, location) ? shared : Account(location).BlockBlob(address);
    }

    /// <returns>The properties of a blob, or null if it does not exist.</returns>
    /// <exception cref="RequestFailedException">Storage failed, or the container does not exist.</exception>
    public Task<BlobProperties?> FindAsync(BlobLocation location, CancellationToken cancellationToken = default) =>
        GetIfMatchesAsync(location, version: null, cancellationToken);

    /// <param name="version">The required version; null for the current one.</param>
    /// <returns>The properties, or null if the blob or version does not exist.</returns>
    /// <exception cref="RequestFailedException">Storage failed, or the container does not exist.</exception>
    public async Task<BlobProperties?> GetIfMatchesAsync(
        BlobLocation location, ETag? version, CancellationToken cancellationToken = default)
    {
        try
        {
            var conditions = version is null ? null : new BlobRequestConditions { IfMatch = version };
            return await Blob(location).GetPropertiesAsync(conditions, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412
            && exception.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    /// <summary>Writes a row of an index: a blob without content, over any earlier one.</summary>
    public async Task WriteRowAsync(
        BlobLocation row, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        await Blob(row).UploadAsync(
            BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), new BlobUploadOptions { Metadata = metadata }, cancellationToken);

    /// <summary>Gets a SAS URL that grants <paramref name="permissions"/> on this one blob until <paramref name="expiresOn"/>.</summary>
    public async ValueTask<Uri> SasUriAsync(
        BlobLocation location, BlobSasPermissions permissions, DateTimeOffset expiresOn, CancellationToken cancellationToken = default) =>
        await SignedAsync(location, Sas(location, permissions, expiresOn), cancellationToken);

    /// <summary>Gets a SAS URL for reading this one blob until <paramref name="expiresOn"/>, range requests included.</summary>
    /// <param name="contentType">Content type of the service's response, overriding the uploader's.</param>
    public async ValueTask<Uri> ReadingSasUriAsync(
        BlobLocation location, string contentType, DateTimeOffset expiresOn, CancellationToken cancellationToken = default)
    {
        var sas = Sas(location, BlobSasPermissions.Read, expiresOn);
        (sas.ContentType, sas.ContentDisposition, sas.CacheControl) = (contentType, "inline", "private, no-store");
        return await SignedAsync(location, sas, cancellationToken);
    }

    /// <summary>Gets the source URL for a server-side copy to <paramref name="targetContainer"/>.</summary>
    /// <remarks>Within one account the target's authorization covers the source; across accounts the source needs a SAS.</remarks>
    public ValueTask<Uri> CopySourceAsync(BlobLocation source, string targetContainer, CancellationToken cancellationToken = default) =>
        Account(source).Service.Uri == Container(targetContainer).GetParentBlobServiceClient().Uri
            ? ValueTask.FromResult(Address(source))
            : SasUriAsync(source, BlobSasPermissions.Read, _time.GetUtcNow() + CopyAccess, cancellationToken);

    private BlobSasBuilder Sas(BlobLocation location, BlobSasPermissions permissions, DateTimeOffset expiresOn) =>
        new(permissions, expiresOn)
        {
            BlobContainerName = location.Container,
            BlobName = location.Name,
            Protocol = Address(location).Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };

    private async ValueTask<Uri> SignedAsync(BlobLocation location, BlobSasBuilder sas, CancellationToken cancellationToken) =>
        new($"{Address(location).AbsoluteUri}?{await Account(location).SignAsync(sas, cancellationToken)}");

    private StorageAccount Account(BlobLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        _ = Container(location.Container);
        return _accounts[location.Container];
    }

    // A client from the container shares its pipeline, which costs forty times less than a separate one. Usable for every name that it
    // preserves.
    private bool IsExact(Uri uri, BlobLocation location) =>
        uri.AbsoluteUri == $"{Container(location.Container).Uri.AbsoluteUri}/{string.Join('/', location.Name.Split('/').Select(Uri.EscapeDataString))}";

    // BlobContainerClient.GetBlobClient lets System.Uri collapse "..": "../published/x" would leave its container.
    // With escaped slashes the name is one path segment and preserved.
    private Uri Address(BlobLocation location) => BlobNames.GetError(location.Name) is { } error
        ? throw new ArgumentException(error, nameof(location))
        : new Uri($"{Container(location.Container).Uri.AbsoluteUri}/{Uri.EscapeDataString(location.Name)}");
}
