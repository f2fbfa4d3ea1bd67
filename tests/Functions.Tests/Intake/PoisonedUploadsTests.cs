using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using VideoGate.Cases;
using VideoGate.Intake;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Intake;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class PoisonedUploadsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly RecordingBackend _backend = new();
    private BlobStorage _storage = null!;
    private QueueClient _queue = null!;
    private QueueClient _unreadable = null!;
    private PoisonedUploads _function = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.StartAsync(azurite);
        var queues = new QueueServiceClient(azurite.ConnectionString);
        _queue = queues.GetQueueClient(PoisonMessages.Name);
        _unreadable = queues.GetQueueClient(PoisonMessages.Unreadable);
        var starter = new CaseStarter(_storage, TestMetrics.Of<IntakeMetrics>(), NullLogger<CaseStarter>.Instance);
        _function = new PoisonedUploads(starter, new PoisonMessages(queues), NullLogger<PoisonedUploads>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DeleteIfExistsAsync();
        await _unreadable.DeleteIfExistsAsync();
    }

    [Fact]
    public async Task Run_NoQueueYet_HasNothingToDo()
    {
        await RunAsync();

        Assert.Empty(_backend.Started);
    }

    [Fact]
    public async Task Run_PoisonedUpload_StartsItsCaseAsPoisoned()
    {
        var version = await UploadAsync("poison/视频.mp4");
        await SendAsync(Message("poison/视频.mp4", version));

        await RunAsync();

        var (caseId, request) = Assert.Single(_backend.Started);
        Assert.Equal(CaseId.For(Containers.Uploads, "poison/视频.mp4", version.ToString()), caseId);
        Assert.True(request.Poisoned);
        Assert.Equal(0, await WaitingAsync(_queue));
    }

    [Fact]
    public async Task Run_ReplacedSince_StartsNothing()
    {
        // Arrange
        var version = await UploadAsync("poison/replaced.mp4");
        await UploadAsync("poison/replaced.mp4");
        await SendAsync(Message("poison/replaced.mp4", version));

        // Act
        await RunAsync();

        // Assert
        Assert.Empty(_backend.Started);
        Assert.Equal(0, await WaitingAsync(_queue));
    }

    [Theory]
    [InlineData("not a message")]
    [InlineData("""{"ContainerName":"elsewhere","BlobName":"a.mp4"}""")]
    [InlineData("""{"ContainerName":"uploads","BlobName":".."}""")]
    public async Task Run_NotUnderstood_IsKeptAside(string text)
    {
        // Arrange
        await SendAsync(text);

        // Act
        await RunAsync();

        // Assert
        Assert.Equal(0, await WaitingAsync(_queue));
        Assert.Equal(text, Decode((await _unreadable.PeekMessageAsync()).Value.MessageText));
    }

    [Fact]
    public async Task Run_BackendAway_KeepsTheMessage()
    {
        var version = await UploadAsync("poison/kept.mp4");
        await SendAsync(Message("poison/kept.mp4", version));
        _backend.Outage = new IOException("The backend is away.");

        await Assert.ThrowsAsync<IOException>(RunAsync);

        Assert.Equal(1, await WaitingAsync(_queue));
    }

    private Task RunAsync() => _function.RunAsync(new TimerInfo(), _backend.Client, CancellationToken.None);

    private async Task SendAsync(string text)
    {
        await _queue.CreateIfNotExistsAsync();
        await _queue.SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
    }

    private static string Message(string name, ETag version) =>
        JsonSerializer.Serialize(new { Type = "BlobTrigger", ContainerName = "uploads", BlobName = name, ETag = version.ToString("H") });

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    private static async Task<int> WaitingAsync(QueueClient queue) => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private async Task<ETag> UploadAsync(string name) =>
        (await _storage.Blob(new(Containers.Uploads, name)).UploadAsync(BinaryData.FromString("video"), overwrite: true)).Value.ETag;
}
