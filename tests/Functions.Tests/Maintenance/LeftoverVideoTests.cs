using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Maintenance.Repairs;
using VideoGate.Publishing;
using VideoGate.Storage;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Maintenance;

/// <summary>Two copies of a video where there must be one, and concurrent actions of the app on them.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class LeftoverVideoTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly BinaryData Video = BinaryData.FromBytes(new byte[1024]);

    private readonly ServiceProvider _services =
        new ServiceCollection().AddMetrics().AddSingleton<ReconciliationMetrics>().BuildServiceProvider();
    private BlobStorage _storage = null!;
    private CaseStore _cases = null!;
    private Truth _truth = null!;
    private LeftoverVideo _leftover = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.StartAsync(azurite);
        _cases = new(_storage, TimeProvider.System);
        _truth = new(_storage);
        _leftover = new(_storage, _cases, _truth.Integrity, _truth.Mover, TestUploads.Removal(_storage), new RepairJournal(_truth.Journal));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Repair_BothCopiesThere_KeepsTheOneThatTheCaseNames()
    {
        var stored = await PublishedAsync("both.mp4");
        var left = await PutAsync(Containers.Quarantine, stored.Case);

        Assert.NotNull(await RepairAsync(stored, left));

        Assert.False(await _storage.Blob(left).ExistsAsync());
        Assert.True(await _storage.Blob(stored.Case.Location!).ExistsAsync());
    }

    [Fact]
    public async Task Repair_WhoeverHadSeenTheRemovedCopy_IsRefusedToRemoveTheOther()
    {
        var stored = await PublishedAsync("race.mp4");
        var left = await PutAsync(Containers.Quarantine, stored.Case);
        var seen = (await _storage.Blob(stored.Case.Location!).GetPropertiesAsync()).Value.ETag;

        await RepairAsync(stored, left);

        // Like an orchestration that returns the video to quarantine, and found the copy there.
        var refused = await Assert.ThrowsAsync<Azure.RequestFailedException>(() =>
            _storage.Blob(stored.Case.Location!).DeleteIfExistsAsync(conditions: new() { IfMatch = seen }));
        Assert.Equal(412, refused.Status);
        var kept = (await _storage.Blob(stored.Case.Location!).GetPropertiesAsync()).Value;
        Assert.Equal((LeaseState.Available, stored.Case.CaseId), (kept.LeaseState, BlobCopier.OwnerOf(kept.Metadata)));
    }

    [Fact]
    public async Task Repair_SomebodyHoldsTheOtherCopy_RemovesNothing()
    {
        var stored = await PublishedAsync("held.mp4");
        var left = await PutAsync(Containers.Quarantine, stored.Case);
        await _storage.Blob(stored.Case.Location!).GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(15));

        Assert.Null(await RepairAsync(stored, left));

        Assert.True(await _storage.Blob(left).ExistsAsync());
    }

    [Fact]
    public async Task Repair_CaseChangedMeanwhile_MovesNothing()
    {
        var stored = await PublishedAsync("changed.mp4");
        var left = await PutAsync(Containers.Quarantine, stored.Case);
        await _storage.Blob(stored.Case.Location!).DeleteAsync();
        await _truth.Recorded.UpdateAsync(stored.Case.CaseId, closed => closed with { State = CaseState.Quarantined, ClosedAt = null });

        Assert.Null(await RepairAsync(stored, left));

        Assert.True(await _storage.Blob(left).ExistsAsync());
        Assert.False(await _storage.Blob(stored.Case.Location!).ExistsAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(UploadRefusal.Archived)]
    public async Task Repair_LeasedUploadWithSnapshots_IsRemovedIfItWasTakenInOrRefused(UploadRefusal? refusal)
    {
        var (stored, left) = await UploadedAsync($"leased-{refusal}.mp4", refusal);
        await _storage.Blob(left).CreateSnapshotAsync();
        await _storage.Blob(left).GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);

        Assert.NotNull(await RepairAsync(stored, left));

        Assert.False(await _storage.Blob(left).ExistsAsync());
    }

    [Fact]
    public async Task Repair_UploadWhoseCopyIsGone_IsKept()
    {
        // Arrange
        var (stored, left) = await UploadedAsync("copy-gone.mp4", refusal: null);
        await _storage.Blob(stored.Case.Location!).DeleteAsync();

        // Act
        await RepairAsync(stored, left);

        // Assert
        Assert.True(
            await _storage.Blob(left).ExistsAsync() || await _storage.Blob(stored.Case.Location!).ExistsAsync());
    }

    [Fact]
    public async Task Repair_CopyOfAnotherCase_IsLeftAlone()
    {
        var stored = await PublishedAsync("foreign.mp4");
        var other = await PutAsync(Containers.Quarantine, stored.Case with { CaseId = TestCases.Inspecting("another.mp4").CaseId });

        Assert.Null(await RepairAsync(stored, other));

        Assert.True(await _storage.Blob(other).ExistsAsync());
    }

    [Fact]
    public async Task Repair_CopyThatIsKeptIsNotWhole_RemovesNothingAndSaysSo()
    {
        var stored = await PublishedAsync("half.mp4", BinaryData.FromBytes(new byte[512]));
        var left = await PutAsync(Containers.Quarantine, stored.Case);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RepairAsync(stored, left));

        Assert.Contains("512 of 1024 bytes", failure.Message, StringComparison.Ordinal);
        Assert.True(await _storage.Blob(left).ExistsAsync());
    }

    [Fact]
    public async Task Repair_CaseThatDisagreesWithItsLog_MovesNothingAndIsNamed()
    {
        var stored = await PublishedAsync("broken.mp4");
        var left = await PutAsync(Containers.Quarantine, stored.Case);
        var (upload, leftUpload) = await UploadedAsync("broken-upload.mp4", refusal: null);
        stored = await _cases.UpdateAsync(stored.Case.CaseId, said => said with { ContentFingerprint = "forged" });
        upload = await _cases.UpdateAsync(upload.Case.CaseId, said => said with { ContentFingerprint = "forged" });

        var failure = await Assert.ThrowsAsync<CaseBrokenException>(() => RepairAsync(stored, left));
        await Assert.ThrowsAsync<CaseBrokenException>(() => RepairAsync(upload, leftUpload));

        Assert.Contains(stored.Case.CaseId, failure.Message, StringComparison.Ordinal);
        Assert.True(await _storage.Blob(left).ExistsAsync());
        Assert.True(await _storage.Blob(leftUpload).ExistsAsync());
        Assert.NotNull((await _cases.RequireAsync(stored.Case.CaseId)).Case.Broken);
    }

    [Fact]
    public async Task Repair_TouchedWithinTheGracePeriod_IsLeftAlone()
    {
        var stored = await PublishedAsync("young.mp4");
        var left = await PutAsync(Containers.Quarantine, stored.Case);

        Assert.Null(await RepairAsync(stored, left, grace: TimeSpan.FromHours(1)));

        Assert.True(await _storage.Blob(left).ExistsAsync());
    }

    private Task<string?> RepairAsync(StoredCase stored, BlobLocation left, TimeSpan grace = default)
    {
        // The service's times are whole seconds.
        var now = TimeProvider.System.GetUtcNow().AddSeconds(1);
        var run = new ReconciliationRun(
            new RecordingBackend().Client, now, grace, _services.GetRequiredService<ReconciliationMetrics>(), NullLogger.Instance);
        return _leftover.RepairAsync(stored, left, run, CancellationToken.None);
    }

    /// <summary>An upload that was taken in and published, or refused, and could not be removed.</summary>
    private async Task<(StoredCase Stored, BlobLocation Left)> UploadedAsync(string name, UploadRefusal? refusal)
    {
        var left = new BlobLocation(Containers.Uploads, $"leftover/{name}");
        BlobContentInfo upload = await _storage.Blob(left).UploadAsync(Video.ToStream(), new BlobUploadOptions());
        var closed = TestCases.Inspecting(left.Name, upload.ETag.ToString()) with { ClosedAt = TestCases.Opened };
        var ended = refusal is null
            ? closed with
            {
                State = CaseState.Published,
                Location = await PutAsync(Containers.Published, closed),
                Held = new(new(Containers.Quarantine, left.Name), "1", 1024),
            }
            : closed with { State = CaseState.Superseded, Location = null, Refusal = refusal };
        return (await _truth.Recorded.CreateAsync(ended), left);
    }

    private async Task<StoredCase> PublishedAsync(string name, BinaryData? video = null)
    {
        var closed = TestCases.Inspecting($"leftover/{name}") with { State = CaseState.Published, ClosedAt = TestCases.Opened };
        return await _truth.Recorded.CreateAsync(closed with { Location = await PutAsync(Containers.Published, closed, video) });
    }

    private async Task<BlobLocation> PutAsync(string container, ModerationCase moderated, BinaryData? video = null)
    {
        var place = new BlobLocation(container, moderated.Upload.Name);
        var metadata = new Dictionary<string, string> { [BlobCopier.CaseIdKey] = moderated.CaseId };
        await _storage.Blob(place).UploadAsync(video ?? Video, new BlobUploadOptions { Metadata = metadata });
        return place;
    }
}
