using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace VideoGate.Storage;

/// <summary>An account accessed by shared key: Azurite, and accounts that still allow keys.</summary>
internal sealed class SharedKeyAccount(
    BlobServiceClient service, StorageSharedKeyCredential key, BlobClientOptions options) : StorageAccount(service)
{
    public override BlobClient Blob(Uri uri) => new(uri, key, options);

    public override AppendBlobClient AppendBlob(Uri uri) => new(uri, key, options);

    public override BlockBlobClient BlockBlob(Uri uri) => new(uri, key, options);

    public override ValueTask<BlobSasQueryParameters> SignAsync(BlobSasBuilder sas, CancellationToken cancellationToken) =>
        ValueTask.FromResult(sas.ToSasQueryParameters(key));
}
