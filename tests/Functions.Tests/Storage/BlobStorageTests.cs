using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Storage;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class BlobStorageTests(AzuriteFixture azurite)
{
    [Theory]
    [ClassData(typeof(NastyNames))]
    public async Task Blob_NastyName_StaysInItsContainerUnchanged(string name)
    {
        var storage = await TestStorage.StartAsync(azurite);
        var blob = storage.Blob(new(Containers.Uploads, name));

        await blob.UploadAsync(BinaryData.FromString(name), overwrite: true);

        Assert.Contains(name, await NamesAsync(storage, Containers.Uploads));
        Assert.DoesNotContain("evil.mp4", await NamesAsync(storage, Containers.Published));
        Assert.Equal(name, (await blob.DownloadContentAsync()).Value.Content.ToString());

        await blob.DeleteAsync();

        Assert.DoesNotContain(name, await NamesAsync(storage, Containers.Uploads));
    }

    [Theory]
    [ClassData(typeof(NastyNames))]
    public async Task CopySource_NastyName_IsCopiedWithinAndBetweenAccounts(string name)
    {
        var storage = await TestStorage.StartAsync(azurite.ConnectionString, azurite.OtherConnectionString);
        BlobLocation source = new(Containers.Uploads, name);
        await storage.Blob(source).UploadAsync(BinaryData.FromString(name), overwrite: true);

        foreach (var container in (string[])[Containers.Quarantine, Containers.Published])
        {
            var target = storage.Blob(new(container, name));
            var copy = await target.StartCopyFromUriAsync(await storage.CopySourceAsync(source, container));
            await copy.WaitForCompletionAsync();

            Assert.Contains(name, await NamesAsync(storage, container));
            Assert.Equal(name, (await target.DownloadContentAsync()).Value.Content.ToString());
        }
    }

    [Fact]
    public async Task CopySource_SameAccount_CarriesNoSignature()
    {
        // Arrange
        var storage = await TestStorage.StartAsync(azurite);

        // Act
        var source = await storage.CopySourceAsync(new(Containers.Uploads, "a.mp4"), Containers.Published);

        // Assert
        Assert.Empty(source.Query);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\\b.mp4")]
    [InlineData("a\nb.mp4")]
    public async Task Blob_NameThatTheServiceWouldChange_IsRefused(string name)
    {
        var storage = await TestStorage.StartAsync(azurite);

        var refusal = Assert.Throws<ArgumentException>(() => storage.Blob(new(Containers.Uploads, name)));

        Assert.StartsWith(BlobNames.GetError(name)!, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objection_TooLongName_SaysHowLong() =>
        Assert.Contains("1025", BlobNames.GetError(new string('a', 1025)), StringComparison.Ordinal);

    [Fact]
    public void Objection_HalfASurrogatePair_IsNamed() =>
        Assert.Contains("surrogate", BlobNames.GetError("half \ud83c.mp4"), StringComparison.Ordinal);

    [Fact]
    public async Task Container_UnknownName_IsRefused()
    {
        var storage = await TestStorage.StartAsync(azurite);

        Assert.Throws<ArgumentException>(() => storage.Container("elsewhere"));
        Assert.Throws<ArgumentException>(() => storage.Blob(new("elsewhere", "a.mp4")));
    }

    [Theory]
    [ClassData(typeof(NastyNames))]
    public async Task SasUri_WriteOnly_LetsItsHolderWriteThatBlobAndReadNothing(string name)
    {
        var storage = await TestStorage.StartAsync(azurite);
        BlobLocation location = new(Containers.Uploads, $"sas {name}");
        var address =
            await storage.SasUriAsync(location, BlobSasPermissions.Create | BlobSasPermissions.Write, DateTimeOffset.UtcNow.AddMinutes(5));
        using var client = new HttpClient();

        using var put = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent("video") };
        put.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var written = await client.SendAsync(put);
        using var read = await client.GetAsync(address);

        Assert.True(written.IsSuccessStatusCode, await written.Content.ReadAsStringAsync());
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Equal("video", (await storage.Blob(location).DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task AppendBlob_NastyName_AppendsInItsContainer()
    {
        var storage = await TestStorage.StartAsync(azurite);
        BlobLocation location = new(Containers.Audit, "../cases/log.jsonl");
        var blob = storage.AppendBlob(location);

        await blob.CreateIfNotExistsAsync();
        await blob.AppendBlockAsync(new MemoryStream("line\n"u8.ToArray()));

        Assert.Contains(location.Name, await NamesAsync(storage, Containers.Audit));
        Assert.Equal("line\n", (await storage.Blob(location).DownloadContentAsync()).Value.Content.ToString());
    }

    private static async Task<List<string>> NamesAsync(BlobStorage storage, string container)
    {
        List<string> names = [];
        await foreach (BlobItem item in storage.Container(container).GetBlobsAsync())
        {
            names.Add(item.Name);
        }

        return names;
    }
}
