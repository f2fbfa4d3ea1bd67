using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Storage;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class JsonBlobTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Replace_AnswerOfTheWriteIsLost_IsStillThatWrite()
    {
        var (healthy, losing) = await BlobsAsync();
        var created = await healthy.CreateAsync(TestCases.Inspecting(), CancellationToken.None);

        var replaced = await losing.ReplaceAsync(created.ETag, created.Value with { State = CaseState.Published }, CancellationToken.None);

        var stored = await healthy.ReadAsync(CancellationToken.None);
        Assert.Equal(CaseState.Published, stored!.Value.State);
        Assert.Equal(stored.ETag, replaced!.ETag);
    }

    [Fact]
    public async Task Create_AnswerOfTheWriteIsLost_IsStillThatWrite()
    {
        // Arrange
        var (healthy, losing) = await BlobsAsync();

        // Act
        var created = await losing.CreateAsync(TestCases.Inspecting(), CancellationToken.None);

        // Assert
        Assert.Equal((await healthy.ReadAsync(CancellationToken.None))!.ETag, created.ETag);
    }

    [Fact]
    public async Task Replace_SomebodyElseWroteTheSame_IsNotMine()
    {
        var (blob, _) = await BlobsAsync();
        var created = await blob.CreateAsync(TestCases.Inspecting(), CancellationToken.None);
        var next = created.Value with { State = CaseState.Published };
        await blob.ReplaceAsync(created.ETag, next, CancellationToken.None);

        Assert.Null(await blob.ReplaceAsync(created.ETag, next, CancellationToken.None));
    }

    private async Task<(JsonBlob<ModerationCase> Healthy, JsonBlob<ModerationCase> Losing)> BlobsAsync()
    {
        await TestStorage.StartAsync(azurite);
        var name = $"{Guid.NewGuid()}.json";
        var losing = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        losing.AddPolicy(new LoseFirstAnswer(), HttpPipelinePosition.PerRetry);
        return (Blob(new()), Blob(losing));

        JsonBlob<ModerationCase> Blob(BlobClientOptions options) =>
            new(new BlobClient(azurite.ConnectionString, Containers.Cases, name, options), CaseJson.Stored.ModerationCase);
    }

    /// <summary>The service carries out the request, but the connection breaks before its first response arrives.</summary>
    private sealed class LoseFirstAnswer : HttpPipelinePolicy
    {
        private bool _lost;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (!_lost)
            {
                _lost = true;
                throw new IOException("Connection reset by peer.");
            }
        }
    }
}
