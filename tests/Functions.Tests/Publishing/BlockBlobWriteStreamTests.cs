using Azure.Storage.Blobs.Models;
using VideoGate.Publishing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class BlockBlobWriteStreamTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(4 << 20)]
    [InlineData((9 << 20) + 17)]
    public async Task Commit_WrittenInPieces_IsTheWholeWithItsMetadata(int length)
    {
        var place = new BlobLocation(Containers.Evidence, $"staged/{length}");
        var storage = await TestStorage.StartAsync(azurite);
        var content = new byte[length];
        new Random(length).NextBytes(content);
        await using var staged = new BlockBlobWriteStream(storage.BlockBlob(place));

        foreach (var piece in content.Chunk(700_001))
        {
            await staged.WriteAsync(piece);
        }

        var version =
            await staged.CommitAsync(
                new CommitBlockListOptions { Metadata = new Dictionary<string, string> { ["caseid"] = "case" } }, default);
        var stored = (await storage.Blob(place).DownloadContentAsync()).Value;
        Assert.Equal(content, stored.Content.ToArray());
        Assert.Equal(("case", version), (stored.Details.Metadata["caseid"], stored.Details.ETag));
    }

    [Fact]
    public async Task Dispose_NeverCommitted_LeavesNoBlob()
    {
        var place = new BlobLocation(Containers.Evidence, "staged/given up");
        var storage = await TestStorage.StartAsync(azurite);
        await using (var staged = new BlockBlobWriteStream(storage.BlockBlob(place)))
        {
            await staged.WriteAsync(new byte[5 << 20]);
        }

        Assert.False(await storage.Blob(place).ExistsAsync());
    }
}
