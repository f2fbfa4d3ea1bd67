using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Maintenance.Repairs;
using VideoGate.Maintenance.Sweeps;
using VideoGate.Storage;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Maintenance;

/// <summary>Counts that no longer count anything, and those that do.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class UsageSweepTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly ServiceProvider _services =
        new ServiceCollection().AddMetrics().AddSingleton<ReconciliationMetrics>().BuildServiceProvider();
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly string _uploader = $"user-{Guid.NewGuid():N}";
    private BlobStorage _storage = null!;
    private CaseStore _cases = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.StartAsync(azurite);
        _cases = new(_storage, TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task Step_CasesThatEndedAndTimesThatPassed_AreRemovedAlone()
    {
        var open = await CaseAsync("open", opened => opened);
        var reviewed = await CaseAsync("reviewed", opened => opened with { State = CaseState.Quarantined });
        var closed = await CaseAsync("closed", opened => opened with { State = CaseState.Published, ClosedAt = _now });
        string[] kept =
        [
            UsageNames.OpenCase(open), UsageNames.InspectedCase(open), UsageNames.OpenCase(reviewed),
            UsageNames.Grant(_uploader, UploadId.New(), _now.AddHours(1)), UsageNames.CallsOf(_now, closed, 20),
        ];
        string[] surplus =
        [
            UsageNames.InspectedCase(reviewed), UsageNames.OpenCase(closed), UsageNames.InspectedCase(closed),
            UsageNames.Grant(_uploader, UploadId.New(), _now.AddHours(-1)), UsageNames.CallsOf(_now.AddDays(-2), closed, 20),
        ];
        foreach (var name in kept.Concat(surplus))
        {
            await _storage.Blob(new(Containers.Cases, name)).UploadAsync(BinaryData.Empty, overwrite: true);
        }

        await new UsageSweep(_storage, _cases).StepAsync(null, 5000, Run(), CancellationToken.None);

        var left = new List<string>();
        await foreach (var blob in _storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, UsageNames.Root, CancellationToken.None))
        {
            left.Add(blob.Name);
        }

        Assert.Equal(kept.Order(StringComparer.Ordinal), left.Intersect(kept.Concat(surplus)).Order(StringComparer.Ordinal));
    }

    private ReconciliationRun Run() => new(
        new RecordingBackend().Client, TimeProvider.System.GetUtcNow().AddSeconds(1), TimeSpan.Zero,
        _services.GetRequiredService<ReconciliationMetrics>(), NullLogger.Instance);

    private async Task<ModerationCase> CaseAsync(string name, Func<ModerationCase, ModerationCase> make)
    {
        var opened = TestCases.Inspecting($"sweep/{name}-{Guid.NewGuid():N}.mp4");
        return (await _cases.CreateAsync(make(opened with { Submission = new() { Uploader = _uploader } }))).Case;
    }
}
