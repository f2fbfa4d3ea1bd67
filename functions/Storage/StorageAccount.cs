using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Microsoft.Extensions.Configuration;

namespace VideoGate.Storage;

/// <summary>A storage account with its authentication.</summary>
internal abstract class StorageAccount(BlobServiceClient service)
{
    public BlobServiceClient Service { get; } = service;

    public abstract BlobClient Blob(Uri uri);

    public abstract AppendBlobClient AppendBlob(Uri uri);

    public abstract BlockBlobClient BlockBlob(Uri uri);

    public abstract ValueTask<BlobSasQueryParameters> SignAsync(BlobSasBuilder sas, CancellationToken cancellationToken);

    public static bool IsConfigured(IConfiguration configuration, string connection) =>
        !string.IsNullOrWhiteSpace(configuration[connection]) || !string.IsNullOrWhiteSpace(configuration[$"{connection}:blobServiceUri"]);

    /// <summary>
    /// Connects as the Functions host does: <c>{connection}</c> holds a connection string, or <c>{connection}:blobServiceUri</c>
    /// an endpoint that is accessed with <see cref="StorageCredential"/>.
    /// </summary>
    public static StorageAccount Connect(IConfiguration configuration, string connection, TimeProvider time, StorageClock clock)
    {
        var options = Resilience();
        options.AddPolicy(new StorageClockPolicy(clock), HttpPipelinePosition.PerRetry);
        if (configuration[connection] is { Length: > 0 } text)
        {
            var service = new BlobServiceClient(text, options);
            return new SharedKeyAccount(service, SharedKey.Parse(connection, text, service.AccountName), options);
        }

        var uri = new Uri(configuration[$"{connection}:blobServiceUri"]!);
        var credential = StorageCredential.For(configuration, connection);
        return new IdentityAccount(new BlobServiceClient(uri, credential, options), credential, options, time);
    }

    // Retries only short failures: a longer outage is handled by the orchestration's retries, which survive a restart.
    private static BlobClientOptions Resilience()
    {
        var options = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 4,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(2),
                NetworkTimeout = TimeSpan.FromSeconds(30),
            },
        };
        options.AddPolicy(new DeadlinePolicy(), HttpPipelinePosition.PerRetry);
        return options;
    }
}
