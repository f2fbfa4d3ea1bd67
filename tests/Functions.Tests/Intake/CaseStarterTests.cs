using Azure;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using VideoGate.Cases;
using VideoGate.Intake;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Intake;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class CaseStarterTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly RecordingBackend _backend = new();
    private BlobStorage _storage = null!;
    private CaseStarter _starter = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.StartAsync(azurite);
        _starter = new CaseStarter(_storage, TestMetrics.Of<IntakeMetrics>(), NullLogger<CaseStarter>.Instance);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("starter/a.mp4")]
    [InlineData("starter/../b 视频'\"#?%2F.mp4")]
    public async Task Start_Upload_StartsTheCaseOfThatVersion(string name)
    {
        var version = await UploadAsync(name);

        await StartAsync(name);

        var (caseId, request) = Assert.Single(_backend.Started);
        Assert.Equal(CaseId.For(Containers.Uploads, name, version.ToString()), caseId);
        Assert.Equal(
            (name, version.ToString(), 5L, false), (request.Upload.Name, request.Upload.ETag, request.Upload.Length, request.Poisoned));
    }

    [Fact]
    public async Task Start_EncryptedWithAKeyOfTheUploader_StartsTheCaseAllTheSame()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        var storage = await TestStorage.StartAsync(proxy.ConnectionString, proxy.ConnectionString);
        var starter = new CaseStarter(storage, TestMetrics.Of<IntakeMetrics>(), NullLogger<CaseStarter>.Instance);
        var version = await UploadAsync("starter/encrypted.mp4");
        proxy.Refuse = request => request.Method == "HEAD" ? (409, "BlobUsesCustomerSpecifiedEncryption") : null;

        await starter.StartAsync(_backend.Client, "starter/encrypted.mp4", version: null, poisoned: true, CancellationToken.None);
        await starter.StartAsync(
            _backend.Client, "starter/encrypted.mp4", new ETag("\"0x1\""), poisoned: true, CancellationToken.None);

        var (caseId, request) = Assert.Single(_backend.Started);
        Assert.Equal(CaseId.For(Containers.Uploads, "starter/encrypted.mp4", version.ToString()), caseId);
        Assert.Equal((version.ToString(), 5L), (request.Upload.ETag, request.Upload.Length));
    }

    [Fact]
    public async Task Start_SameVersionAgain_StartsNothing()
    {
        await UploadAsync("starter/again.mp4");

        await StartAsync("starter/again.mp4");
        await StartAsync("starter/again.mp4");

        Assert.Single(_backend.Started);
    }

    [Fact]
    public async Task Start_Replaced_IsAnotherCase()
    {
        // Arrange
        await UploadAsync("starter/replaced.mp4");
        await StartAsync("starter/replaced.mp4");
        await UploadAsync("starter/replaced.mp4");

        // Act
        await StartAsync("starter/replaced.mp4");

        // Assert
        Assert.Equal(2, _backend.Started.Count);
    }

    [Fact]
    public async Task Start_AnyExistingInstance_IsLeftAlone()
    {
        await UploadAsync("starter/dedupe.mp4");

        await StartAsync("starter/dedupe.mp4");

        var every = StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Select(status => status.ToString());
        Assert.Equal(every.Order(), _backend.Options!.DedupeStatuses!.Order());
    }

    [Fact]
    public async Task StartAgain_OnlyAnInstanceThatHasNotEnded_IsLeftAlone()
    {
        var version = await UploadAsync("starter/again-after-failure.mp4");

        Assert.True(await _starter.StartAgainAsync(_backend.Client, "starter/again-after-failure.mp4", version, CancellationToken.None));
        Assert.False(await _starter.StartAgainAsync(_backend.Client, "starter/again-after-failure.mp4", version, CancellationToken.None));

        Assert.Equal(["Pending", "Running", "Suspended"], _backend.Options!.DedupeStatuses!.Order());
    }

    [Fact]
    public async Task Start_GoneOrReplacedMeanwhile_StartsNothing()
    {
        await UploadAsync("starter/other.mp4");

        await StartAsync("starter/never-there.mp4");
        await StartAsync("starter/other.mp4", new ETag("\"0x1\""));

        Assert.Empty(_backend.Started);
    }

    private Task<bool> StartAsync(string name, ETag? version = null) =>
        _starter.StartAsync(_backend.Client, name, version, poisoned: false, CancellationToken.None);

    private async Task<ETag> UploadAsync(string name) =>
        (await _storage.Blob(new(Containers.Uploads, name)).UploadAsync(BinaryData.FromString("video"), overwrite: true)).Value.ETag;
}
