using Azure.Storage.Blobs.Models;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class AuditLogTests(AzuriteFixture azurite)
{
    private readonly string _caseId = CaseId.For(Containers.Uploads, "a.mp4", $"{Guid.NewGuid()}");

    [Fact]
    public async Task Append_StepByStep_GrowsOneValidChain()
    {
        var (log, _) = await StartAsync();

        var opened = await log.AppendAsync(_caseId, null, [Event("opened")]);
        var decided = await log.AppendAsync(_caseId, opened, [Event("inspected"), Event("decided")]);
        var trail = await log.ReadAsync(_caseId, decided);

        Assert.True(trail.IsValid);
        Assert.Equal(["opened", "inspected", "decided"], trail.Entries.Select(entry => entry.Type));
        Assert.Equivalent(AuditChain.HeadOf(trail), decided, strict: true);
    }

    [Fact]
    public async Task Append_SameEventAgain_StandsOnce()
    {
        var (log, _) = await StartAsync();
        var opened = await log.AppendAsync(_caseId, null, [Event("opened")]);
        var decided = await log.AppendAsync(_caseId, opened, [Event("decided")]);

        foreach (var known in (AuditHead?[])[null, opened, decided])
        {
            Assert.Equivalent(decided, await log.AppendAsync(_caseId, known, [Event("opened"), Event("decided")]), strict: true);
        }

        Assert.Equal(2, (await log.ReadAsync(_caseId, decided)).Entries.Count);
    }

    [Fact]
    public async Task Append_SameTypeWithIdsOfItsOwn_StandsEachTime()
    {
        // Arrange
        var (log, _) = await StartAsync();
        var first = await log.AppendAsync(_caseId, null, [Event("claimed") with { Id = "claimed-1" }]);

        // Act
        var second = await log.AppendAsync(_caseId, first, [Event("claimed") with { Id = "claimed-2" }]);

        // Assert
        Assert.Equal(2, second.Sequence);
    }

    [Fact]
    public async Task Append_ManyWritersWithoutTheHead_LoseNothing()
    {
        var (log, _) = await StartAsync();
        var opened = await log.AppendAsync(_caseId, null, [Event("opened")]);

        await Task.WhenAll(
            Enumerable.Range(0, 10).Select(i => log.AppendAsync(_caseId, i % 2 == 0 ? null : opened, [Event($"event-{i}")])));

        var trail = await log.ReadAsync(_caseId, opened);
        Assert.True(trail.IsValid);
        Assert.Equal(11, trail.Entries.Count);
    }

    [Fact]
    public async Task Append_CreatedButNeverWritten_StartsTheLog()
    {
        var (log, storage) = await StartAsync();
        await storage.AppendBlob(Location()).CreateAsync(new AppendBlobCreateOptions());

        Assert.Equal(1, (await log.AppendAsync(_caseId, null, [Event("opened")])).Sequence);
    }

    [Fact]
    public async Task Append_LogWasDeleted_IsRefused()
    {
        var (log, storage) = await StartAsync();
        var opened = await log.AppendAsync(_caseId, null, [Event("opened")]);
        await storage.Blob(Location()).DeleteAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => log.AppendAsync(_caseId, opened, [Event("decided")]));

        Assert.Contains("Entry 1 is missing", refusal.Message, StringComparison.Ordinal);
        Assert.False(await storage.Blob(Location()).ExistsAsync());
    }

    [Fact]
    public async Task Append_LogWasWrittenAnew_IsRefused()
    {
        var (log, storage) = await StartAsync();
        var opened = await log.AppendAsync(_caseId, null, [Event("opened")]);
        await storage.Blob(Location()).DeleteAsync();
        await log.AppendAsync(_caseId, null, [Event("forgery")]);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => log.AppendAsync(_caseId, opened, [Event("decided")]));

        Assert.Contains("was rewritten", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NoLog_IsEmptyUnlessTheCaseRemembersOne()
    {
        var (log, _) = await StartAsync();

        Assert.True((await log.ReadAsync(_caseId, null)).IsValid);
        Assert.Equal(AuditFault.Truncated, (await log.ReadAsync(_caseId, new(1, new string('0', 64), 10, ["opened"], ""))).Break!.Fault);
    }

    private BlobLocation Location() => new(Containers.Audit, $"{_caseId}.jsonl");

    private static AuditEvent Event(string type) => new(type, "system", new() { ["name"] = "视频.mp4" });

    private async Task<(AuditLog Log, BlobStorage Storage)> StartAsync()
    {
        var storage = await TestStorage.StartAsync(azurite);
        return (new(storage, TimeProvider.System), storage);
    }
}
