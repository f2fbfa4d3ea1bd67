using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Local.Worker.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Serverless.Tests.Support;
using Worker.Tests.Support;

namespace Worker.Tests.Blobs;

[Collection(nameof(SharedAzurite))]
public sealed class BlobFunctionTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _container = $"uploads-{Guid.NewGuid():N}";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("clip.mp4")]
    [InlineData("文件夹/视频 🎬 'quoted' & 100%.mp4")]
    [InlineData("../published/stolen.mp4")]
    [InlineData("a/./b/../c.mp4")]
    [InlineData("/leading")]
    [InlineData("%2e%2e%2fencoded")]
    [InlineData("name?with#marks")]
    public async Task Blob_OfAnyName_ReachesTheFunctionUnchanged(string name)
    {
        var seen = new Seen();
        await UploadAsync(name, name);
        await using var app = await StartAsync(seen);

        await Eventually.TrueAsync(() => seen.Calls.Count == 1, "the function runs");

        Assert.Equal(new Handling(name, name, name), seen.Calls.Single());
    }

    [Fact]
    public async Task BlobVersion_AlreadyHandled_IsNotHandledAgain()
    {
        var seen = new Seen();
        await UploadAsync("first", "1");
        await using (await StartAsync(seen))
        {
            await Eventually.TrueAsync(() => seen.Calls.Count == 1, "the first blob is handled");
        }

        await UploadAsync("second", "2");
        await using (await StartAsync(seen))
        {
            await Eventually.TrueAsync(() => seen.Calls.Count == 2, "the second blob is handled");
            await UploadAsync("first", "1, overwritten");
            await Eventually.TrueAsync(() => seen.Calls.Count == 3, "the new version is handled");
        }

        Assert.Equal(["1", "2", "1, overwritten"], seen.Calls.Select(call => call.Content));
    }

    [Fact]
    public async Task Receipt_OfABlobThatIsGone_IsForgotten()
    {
        var seen = new Seen();
        await UploadAsync("gone", "1");
        await using var app = await StartAsync(seen);
        await Eventually.TrueAsync(() => Receipts(app) == 1, "the receipt is written");

        await azurite.Container(_container).DeleteBlobAsync("gone");

        await Eventually.TrueAsync(() => Receipts(app) == 0, "the receipt is dropped");
    }

    [Fact]
    public async Task Function_ThatFailsOnce_IsTriedAgain()
    {
        var seen = new Seen { Failures = 1 };
        await UploadAsync("flaky", "1");
        await using var app = await StartAsync(seen);

        await Eventually.TrueAsync(() => seen.Calls.Count == 1, "the second attempt succeeds");

        Assert.Equal(2, seen.Attempts);
        Assert.Single(app.Log.Entries, entry => entry.Text.Contains("attempt 1 of 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Function_ThatAlwaysFails_SendsTheBlobToThePoisonQueue()
    {
        var seen = new Seen { Failures = int.MaxValue };
        const string Name = "../poison 毒.mp4";
        var etag = await UploadAsync(Name, "1");
        await using var app = await StartAsync(seen);

        var queue = new QueueClient(azurite.ConnectionString, "webjobs-blobtrigger-poison", new() { MessageEncoding = QueueMessageEncoding.Base64 });
        await Eventually.TrueAsync(async () => await queue.ExistsAsync() && (await queue.PeekMessageAsync()).Value is not null, "a message arrives");
        var message = JsonDocument.Parse((await queue.ReceiveMessageAsync()).Value.MessageText).RootElement;

        Assert.Equal(3, seen.Attempts);
        Assert.Equal("BlobTrigger", message.GetProperty("Type").GetString());
        Assert.Equal("Host.Functions.OnUpload", message.GetProperty("FunctionId").GetString());
        Assert.Equal("BlockBlob", message.GetProperty("BlobType").GetString());
        Assert.Equal(_container, message.GetProperty("ContainerName").GetString());
        Assert.Equal(Name, message.GetProperty("BlobName").GetString());
        Assert.Equal(etag, message.GetProperty("ETag").GetString());
    }

    [Fact]
    public async Task Blobs_InGreatNumber_RunInBoundedParallel()
    {
        var seen = new Seen { Hold = new SemaphoreSlim(0) };
        await Task.WhenAll(Enumerable.Range(0, 7).Select(number => UploadAsync($"blob-{number}", "1")));
        await using var app = await StartAsync(seen);

        await Eventually.TrueAsync(() => seen.Attempts == 4, "four run");
        seen.Hold.Release(7);
        await Eventually.TrueAsync(() => seen.Calls.Count == 7, "all are handled");

        Assert.Equal(4, seen.MostAtOnce);
    }

    private static int Receipts(RunningApp app) =>
        app.Services.GetRequiredService<Local.Worker.State.RuntimeDatabase>().Query("SELECT COUNT(*) FROM receipts", row => row.GetInt32(0)).Single();

    private async Task<string> UploadAsync(string name, string content)
    {
        await azurite.Container(_container).CreateIfNotExistsAsync();
        var uploaded = await azurite.Blob(_container, name).UploadAsync(BinaryData.FromString(content), overwrite: true);
        return uploaded.Value.ETag.ToString("H");
    }

    private Task<RunningApp> StartAsync(Seen seen)
    {
        _folder.File("host.json", """{ "extensions": { "blobs": { "maxDegreeOfParallelism": 4, "poisonBlobThreshold": 3, "firstRetry": "00:00:00.010" } } }""");
        var settings = new Dictionary<string, string> { ["Intake"] = azurite.ConnectionString, ["Container"] = _container };
        var builder = RunningApp.Builder(_folder.Path, settings, typeof(Functions));
        builder.Services.AddSingleton(seen);
        return RunningApp.StartAsync(builder);
    }

    public sealed record Handling(string Name, string ClientName, string Content);

    public sealed class Seen
    {
        private int _attempts;
        private int _running;

        public ConcurrentQueue<Handling> Calls { get; } = [];

        public int Failures { get; set; }

        public SemaphoreSlim? Hold { get; init; }

        public int Attempts => _attempts;

        public int MostAtOnce { get; private set; }

        public async Task HandleAsync(BlobClient blob, string name, CancellationToken cancellation)
        {
            var attempt = Interlocked.Increment(ref _attempts);
            var running = Interlocked.Increment(ref _running);
            lock (Calls)
            {
                MostAtOnce = Math.Max(MostAtOnce, running);
            }

            if (Hold is not null)
            {
                await Hold.WaitAsync(cancellation);
            }

            Interlocked.Decrement(ref _running);
            if (attempt <= Failures)
            {
                throw new InvalidOperationException("Not yet.");
            }

            Calls.Enqueue(new Handling(name, blob.Name, (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString()));
        }
    }

    public sealed class Functions(Seen seen)
    {
        [Function("OnUpload")]
        public Task OnUpload(
            [BlobTrigger("%Container%/{name}", Connection = "Intake", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
            string name,
            CancellationToken cancellation) => seen.HandleAsync(blob, name, cancellation);
    }
}
