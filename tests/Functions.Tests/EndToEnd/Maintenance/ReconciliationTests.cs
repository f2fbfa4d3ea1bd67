using Microsoft.DurableTask.Client;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Queue;
using VideoGate.Cases.Uploads;
using VideoGate.Reporting.Decisions;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.EndToEnd.Maintenance;

/// <summary>The running app's reaction to each inconsistency.</summary>
[Trait("Needs", "services")]
public sealed class ReconciliationTests(BrokenGate broken) : IClassFixture<BrokenGate>
{
    private readonly RunningGate _gate = broken.Gate;
    private readonly ReviewQueueStore _index = new(broken.Gate.Storage);

    [Theory]
    [InlineData("lost")]
    [InlineData("unopened")]
    [InlineData(BrokenGate.Astray)]
    public async Task Reconcile_UploadWithoutACase_IsModerated(string video)
    {
        var decided = await _gate.UntilDecidedAsync(broken.IdOf(video), BrokenGate.MaxWait);

        Assert.Equal((CaseState.Published, new BlobLocation(Containers.Published, $"{video}.mp4")), (decided.State, decided.Location));
    }

    [Fact]
    public async Task Reconcile_InspectedCaseWithoutAnOrchestration_IsDecided()
    {
        var decided = await _gate.UntilDecidedAsync(broken.IdOf("inspecting"), BrokenGate.MaxWait);

        Assert.Equal(CaseState.Published, decided.State);
        await AssertRepairedAsync("inspecting", "lost-instance");
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("failed")]
    public async Task Reconcile_ReviewWithoutAnOrchestration_GoesOnWaitingWhereItStood(string video)
    {
        var (before, now) = (broken.Before[video].Case, (await broken.CaseOfAsync(video)).Case);

        Assert.Equal((CaseState.Quarantined, before.Decision!.DecidedAt, before.Review!.DueAt),
            (now.State, now.Decision!.DecidedAt, now.Review!.DueAt));
        Assert.Equal(OrchestrationRuntimeStatus.Running, RuntimeState.StatusOf(_gate, broken.IdOf(video)));
        var log = await AssertRepairedAsync(video, "lost-instance");
        Assert.Single(log.Entries, entry => entry.Type == "decided");
    }

    [Fact]
    public async Task Reconcile_ReviewThatWasDecidedWithoutAnOrchestration_IsCarriedOutAsDecided()
    {
        var closed = await _gate.UntilAsync(broken.IdOf("decided"), decided => decided.ClosedAt is not null, BrokenGate.MaxWait);

        Assert.Equal((CaseState.Published, BrokenGate.Approval), (closed.State, closed.Review!.Decision));
        Assert.True(await ExistsAsync(new(Containers.Published, "decided.mp4")));
    }

    [Fact]
    public async Task Reconcile_VideoThatWasMovedAndNotRecorded_IsFoundAndNotInspectedAgain()
    {
        var waiting = await _gate.UntilAsync(broken.IdOf("moved"), moved => moved.State is not CaseState.Inspecting, BrokenGate.MaxWait);

        Assert.Equal((CaseState.Quarantined, new BlobLocation(Containers.Quarantine, "moved.mp4")), (waiting.State, waiting.Location));
        Assert.Equal(broken.Before["moved"].Case.Decision!.DecidedAt, waiting.Decision!.DecidedAt);
        var log = await AssertRepairedAsync("moved", "lost-instance");
        Assert.Single(log.Entries, entry => entry.Type == "inspected");
    }

    [Fact]
    public async Task Reconcile_ReviewThatWaitsAsItShould_IsNotTouched() =>
        Assert.Equal(broken.Before["waiting"].ETag, (await broken.CaseOfAsync("waiting")).ETag);

    [Fact]
    public async Task Reconcile_UploadLeftBehindItsCopy_IsRemoved()
    {
        Assert.False(await ExistsAsync(new(Containers.Uploads, "copied.mp4")));
        Assert.True(await ExistsAsync(new(Containers.Published, "copied.mp4")));
        await AssertRepairedAsync("copied", "leftover-video");
    }

    [Fact]
    public async Task Reconcile_UploadSaidToBePublished_IsMoved()
    {
        Assert.False(await ExistsAsync(new(Containers.Uploads, "unmoved.mp4")));
        Assert.Equal(Videos.Clean.ToArray(),
            (await _gate.Storage.Blob(new(Containers.Published, "unmoved.mp4")).DownloadContentAsync()).Value.Content.ToArray());
        await AssertRepairedAsync("unmoved", "leftover-video");
    }

    [Fact]
    public async Task Reconcile_PublishedVideoStillInQuarantine_IsRemovedThere()
    {
        Assert.False(await ExistsAsync(new(Containers.Quarantine, "left.mp4")));
        Assert.True(await ExistsAsync(new(Containers.Published, "left.mp4")));
        await AssertRepairedAsync("left", "leftover-video");
    }

    [Fact]
    public async Task Reconcile_VideoUnderReviewStillPublished_IsTakenFromItsAudience()
    {
        Assert.False(await ExistsAsync(new(Containers.Published, "public.mp4")));
        Assert.True(await ExistsAsync(new(Containers.Quarantine, "public.mp4")));
        await AssertRepairedAsync("public", "leftover-video");
    }

    [Fact]
    public async Task Reconcile_LabelledCopyOfAClosedCase_IsRemoved() =>
        Assert.False(await ExistsAsync(new(Containers.Evidence, $"{broken.IdOf("staged")}/{EvidenceFiles.Labelled}")));

    [Theory]
    [InlineData("unshown")]
    [InlineData("outdated")]
    [InlineData("moved")]
    public async Task Reconcile_ReviewThatTheQueueShowsNotOrWrongly_IsShownAsItIs(string video)
    {
        var waiting = await _gate.UntilAsync(broken.IdOf(video), waiting => waiting.State is CaseState.Quarantined, BrokenGate.MaxWait);

        Assert.Equal(ReviewRow.From(waiting), await _index.FindAsync(waiting));
    }

    [Fact]
    public async Task Reconcile_RowsThatNoOpenReviewHas_AreRemoved()
    {
        var rows = await _index.ScanAsync(1000);

        Assert.DoesNotContain(
            rows, row => row.Row.CaseId == broken.IdOf("surplus") || row.Row.CaseId == TestCases.Quarantined("nobody.mp4").CaseId);
        Assert.Contains(rows, row => row.Row.CaseId == broken.IdOf("waiting"));
    }

    [Fact]
    public async Task Reconcile_DecisionThatTheIndexDoesNotHold_IsIndexedAsItWas()
    {
        var closed = (await broken.CaseOfAsync("unindexed")).Case;
        var entry = Assert.Single((await _gate.Audit.ReadAsync(closed.CaseId, closed.AuditHead)).Entries, entry => entry.Type == "decided");

        var rows = await new DecisionIndex(_gate.Storage).ListAsync(entry.At, entry.At.AddTicks(1), CancellationToken.None).ToListAsync();

        var row = Assert.Single(rows, row => row.CaseId == closed.CaseId);
        Assert.Equal(("Publish", closed.Decision!.Reason, true), (row.Outcome, row.Reason, row.Automated));
        Assert.Equal((entry.At - closed.OpenedAt).TotalSeconds, row.Seconds);
    }

    [Fact]
    public async Task Reconcile_CaseThatIsNotNotedAmongRelatedOnes_IsNoted() =>
        Assert.True(await new RelatedCases(_gate.Storage).HasAsync((await broken.CaseOfAsync("unrelated")).Case));

    [Fact]
    public async Task Reconcile_TicketThatDoesNotKnowItsCase_Learns() =>
        Assert.Equal(broken.IdOf("unanswered"), (await new UploadTicketStore(_gate.Storage).GetAsync(broken.UploadIdOfUnanswered))!.CaseId);

    [Fact]
    public async Task Reconcile_CaseWithoutAFingerprint_GetsTheOneThatEqualContentHas()
    {
        var (printed, other) = ((await broken.CaseOfAsync("unprinted")).Case, (await broken.CaseOfAsync("spare")).Case);

        Assert.Equal(other.ContentFingerprint, printed.ContentFingerprint);
        Assert.Contains(printed.CaseId, await new RelatedCases(_gate.Storage).SameContentAsync(other, 100));
    }

    [Fact]
    public void Reconcile_EachKind_IsCounted()
    {
        Assert.Contains("not repaired: nothing", broken.FirstRun, StringComparison.Ordinal);
        Assert.Contains(
            "repaired: case-relations 1, content-fingerprint 1, decision-row", broken.FirstRun, StringComparison.Ordinal);
        Assert.Contains(
            "leftover-video 4, lost-instance 5, lost-upload 3, review-row 2, staged-copy 1, surplus-review-row 2, upload-ticket 1;",
                broken.FirstRun, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_Again_FindsNothing()
    {
        foreach (var video in (string[])["lost", "unopened", BrokenGate.Astray, "inspecting", "decided", "moved"])
        {
            await _gate.UntilDecidedAsync(broken.IdOf(video), BrokenGate.MaxWait);
        }

        await _gate.UntilAsync(broken.IdOf("decided"), decided => decided.ClosedAt is not null, BrokenGate.MaxWait);
        await BrokenGate.RestAsync();

        // Repairs that waited for a case without activity.
        await _gate.ReconcileAsync();
        await BrokenGate.RestAsync();
        var again = await _gate.ReconcileAsync();

        Assert.EndsWith("repaired: nothing; not repaired: nothing.", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAuditLogs_OfRepairedCases_AllHold()
    {
        // Arrange
        await _gate.UntilDecidedAsync(broken.IdOf("lost"), BrokenGate.MaxWait);
        await _gate.UntilDecidedAsync(broken.IdOf("unopened"), BrokenGate.MaxWait);
        var logs = (await _gate.ListAsync(Containers.Audit)).Count;

        // Act
        var verified = await _gate.RunAsync("VerifyAuditLogs", "Verified ");

        // Assert
        Assert.EndsWith($"Verified {logs} audit logs, 0 of them broken.", verified, StringComparison.Ordinal);
    }

    private async Task<AuditTrail> AssertRepairedAsync(string video, string kind)
    {
        var stored = await broken.CaseOfAsync(video);
        var log = await _gate.Audit.ReadAsync(stored.Case.CaseId, stored.Case.AuditHead);
        Assert.True(log.IsValid, log.Break?.Message);
        var entry = Assert.Single(log.Entries, entry => entry.Type == "repaired");
        Assert.Equal(kind, entry.Data["kind"]);
        return log;
    }

    private async Task<bool> ExistsAsync(BlobLocation place) => await _gate.Storage.Blob(place).ExistsAsync();
}
