using Azure.Storage.Blobs;
using Local.Worker.Blobs;
using Microsoft.Extensions.Configuration;
using Serverless.Tests.Support;

namespace Worker.Tests.Blobs;

/// <summary>One Azurite for the tests that leave it running.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async Task InitializeAsync() => _azurite = await Azurite.StartNewAsync();

    public async Task DisposeAsync() => await _azurite!.DisposeAsync();

    public BlobContainerClient Container(string name) => new(ConnectionString, name);

    /// <summary>The blob of exactly this name.</summary>
    public BlobClient Blob(string container, string name)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage", ConnectionString)]).Build();
        return StorageConnection.Of(settings, "Storage").Blob(Container(container).Uri, name);
    }
}

[CollectionDefinition(nameof(SharedAzurite))]
public sealed class SharedAzurite : ICollectionFixture<AzuriteFixture>;
