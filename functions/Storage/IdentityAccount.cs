using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace VideoGate.Storage;

/// <summary>An account accessed with a Microsoft Entra identity; signs SAS with a user delegation key.</summary>
internal sealed class IdentityAccount(BlobServiceClient service, TokenCredential credential, BlobClientOptions options, TimeProvider time)
    : StorageAccount(service)
{
    // The service allows at most seven days.
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(2);

    private UserDelegationKey? _key;

    public override BlobClient Blob(Uri uri) => new(uri, credential, options);

    public override AppendBlobClient AppendBlob(Uri uri) => new(uri, credential, options);

    public override BlockBlobClient BlockBlob(Uri uri) => new(uri, credential, options);

    public override async ValueTask<BlobSasQueryParameters> SignAsync(BlobSasBuilder sas, CancellationToken cancellationToken)
    {
        // Concurrent callers may each fetch a key: both are valid.
        if (_key is not { } current || current.SignedExpiresOn < sas.ExpiresOn)
        {
            _key = current = await Service.GetUserDelegationKeyAsync(null, time.GetUtcNow() + KeyLifetime, cancellationToken);
        }

        return sas.ToSasQueryParameters(current, Service.AccountName);
    }
}
