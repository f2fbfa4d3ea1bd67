using System.Collections.Frozen;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VideoGate.Storage;

/// <summary>The blobs of the workflow, in whichever accounts they live.</summary>
public sealed class BlobStorage
{
    // A copy between accounts reads its source for as long as it lasts.
    private static readonly TimeSpan CopyAccess = TimeSpan.FromHours(12);

    private readonly FrozenDictionary<string, StorageAccount> _accounts;
    private readonly FrozenDictionary<string, BlobContainerClient> _containers;
    private readonly TimeProvider _time;

    public BlobStorage(IOptions<StorageOptions> options, IConfiguration configuration, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var connected = options.Value.Connections.Values.Distinct()
            .ToDictionary(name => name, name => StorageAccount.Connect(configuration, name, time));
        _accounts = options.Value.Connections.ToFrozenDictionary(entry => entry.Key, entry => connected[entry.Value]);
        _containers = _accounts.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Service.GetBlobContainerClient(entry.Key));
        _time = time;
    }

    /// <exception cref="ArgumentException">No container of the workflow has this name.</exception>
    public BlobContainerClient Container(string name) => _containers.TryGetValue(name, out var container)
        ? container
        : throw new ArgumentException(
            $"'{name}' is no container of the workflow; use one of {string.Join(", ", Containers.All)}.", nameof(name));

    /// <exception cref="ArgumentException"><see cref="BlobNames.GetError"/> names a reason.</exception>
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

    /// <summary>
    /// An address that grants <paramref name="permissions"/> on this one blob until <paramref name="expiresOn"/> to whoever holds it.
    /// </summary>
    public async ValueTask<Uri> SasUriAsync(
        BlobLocation location, BlobSasPermissions permissions, DateTimeOffset expiresOn, CancellationToken cancellationToken = default) =>
        await SignedAsync(location, Sas(location, permissions, expiresOn), cancellationToken);

    /// <summary>An address that this one blob can be read at until <paramref name="expiresOn"/>, by ranges too.</summary>
    /// <param name="contentType">What the service answers that the blob is, whatever its uploader called it.</param>
    public async ValueTask<Uri> ReadingSasUriAsync(
        BlobLocation location, string contentType, DateTimeOffset expiresOn, CancellationToken cancellationToken = default)
    {
        var sas = Sas(location, BlobSasPermissions.Read, expiresOn);
        (sas.ContentType, sas.ContentDisposition, sas.CacheControl) = (contentType, "inline", "private, no-store");
        return await SignedAsync(location, sas, cancellationToken);
    }

    /// <summary>The address to give to a server-side copy into <paramref name="targetContainer"/>.</summary>
    /// <remarks>Within one account the target's own right covers the source; another account must be shown a signature.</remarks>
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

    // A client from the container shares its pipeline, which costs forty times less than one of its own. It is good for every name
    // that came through unchanged.
    private bool IsExact(Uri uri, BlobLocation location) =>
        uri.AbsoluteUri == $"{Container(location.Container).Uri.AbsoluteUri}/{string.Join('/', location.Name.Split('/').Select(Uri.EscapeDataString))}";

    // BlobContainerClient.GetBlobClient lets System.Uri collapse "..", so that "../published/x" would leave its container.
    // With its slashes escaped the name is one path segment and stays what it is.
    private Uri Address(BlobLocation location) => BlobNames.GetError(location.Name) is { } objection
        ? throw new ArgumentException(objection, nameof(location))
        : new Uri($"{Container(location.Container).Uri.AbsoluteUri}/{Uri.EscapeDataString(location.Name)}");
}
