using Azure.Storage.Blobs.Models;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Cases.Uploads;
using VideoGate.Publishing;
using VideoGate.Storage;
using VideoGate.Tests.Review;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

/// <summary>A decision is undone before, during and after it is carried out, and the process may end at any point.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class ReopenedCaseTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private BlobStorage _storage = null!;
    private CaseStore _cases = null!;
    private AuditLog _audit = null!;
    private BlobMover _mover = null!;
    private Truth _truth = null!;
    private FinalMove _move = null!;
    private ReturnToQuarantine _return = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.StartAsync(azurite);
        _truth = new(_storage);
        (_cases, _audit, _mover, _move, _return) = (_truth.Cases, _truth.Audit, _truth.Mover, _truth.Move, _truth.Return);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Publish_DecisionUndoneBefore_MovesNothing()
    {
        // Arrange
        var caseId = await DecideAsync("undone-before.mp4");
        await UndoAsync(caseId);

        // Act
        var state = await PublishAsync(caseId);

        // Assert
        Assert.Equal((CaseState.Quarantined, Containers.Quarantine), (state, await PlaceAsync(caseId)));
    }

    [Fact]
    public async Task Close_DecisionUndoneMeanwhile_CaseStillCountsForItsUploader()
    {
        var caseId = await DecideAsync("undone-while-counted.mp4");
        var decided = await _cases.RequireAsync(caseId);
        await _truth.Usage.OpenAsync(decided.Case, ticket: null, default);
        await UndoAsync(caseId);
        var counted = new BlobLocation(Containers.Cases, UsageNames.OpenCase(decided.Case));

        await _truth.Closing.CloseAsync(decided, CaseState.Published, new(Containers.Published, "a.mp4"), default);

        Assert.Null((await _cases.RequireAsync(caseId)).Case.ClosedAt);
        Assert.True(await _storage.Blob(counted).ExistsAsync());
    }

    [Fact]
    public async Task Return_DecisionUndoneAfterItsEffect_StandsInQuarantineAlone()
    {
        var caseId = await DecideAsync("undone-after.mp4");
        await PublishAsync(caseId);
        await UndoAsync(caseId);

        await _return.RunAsync(caseId, default);
        await _return.RunAsync(caseId, default);

        var returned = (await _cases.RequireAsync(caseId)).Case;
        Assert.Equal((CaseState.Quarantined, null, false), (returned.State, returned.ClosedAt, returned.Review!.AwaitsReturn));
        Assert.Equal(Containers.Quarantine, await PlaceAsync(caseId));
        Assert.Single((await _audit.ReadAsync(caseId, returned.AuditHead)).Entries, entry => entry.Type == "returned-to-quarantine");
    }

    [Fact]
    public async Task Return_EffectCutOffBetweenMoveAndRecord_IsFoundAllTheSame()
    {
        var caseId = await DecideAsync("cut-off.mp4");
        await _mover.MoveAsync((await _cases.RequireAsync(caseId)).Case, Containers.Published, default);
        await UndoAsync(caseId);

        await PublishAsync(caseId);
        await _return.RunAsync(caseId, default);

        Assert.Equal(Containers.Quarantine, await PlaceAsync(caseId));
    }

    [Fact]
    public async Task Return_EffectCutOffBetweenCopyAndRemoval_LeavesNoCopy()
    {
        // Arrange
        var caseId = await DecideAsync("half-moved.mp4");
        var decided = (await _cases.RequireAsync(caseId)).Case;
        await _mover.MoveAsync(decided, Containers.Published, default);
        await _storage.Blob(decided.Location!).UploadAsync(BinaryData.FromString("video"), new Azure.Storage.Blobs.Models.BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["caseid"] = caseId },
        });
        await UndoAsync(caseId);

        // Act
        await _return.RunAsync(caseId, default);

        // Assert
        Assert.Equal(Containers.Quarantine, await PlaceAsync(caseId));
    }

    [Fact]
    public async Task Publish_SecondRoundAfterAnUndo_IsPublishedAndLoggedAgain()
    {
        var caseId = await DecideAsync("twice.mp4");
        await PublishAsync(caseId);
        await UndoAsync(caseId);
        await _return.RunAsync(caseId, default);
        await _truth.Recorded.UpdateAsync(caseId, DecidedAgain);

        var state = await PublishAsync(caseId);

        var published = (await _cases.RequireAsync(caseId)).Case;
        Assert.Equal((CaseState.Published, CaseState.Published, true), (state, published.State, published.ClosedAt is not null));
        Assert.Equal(Containers.Published, await PlaceAsync(caseId));
        var log = await _audit.ReadAsync(caseId, published.AuditHead);
        Assert.Equal(["published", "published:2"], log.Entries.Where(entry => entry.Type == "published").Select(entry => entry.Id));
        Assert.True(log.IsValid);
    }

    [Fact]
    public async Task Close_UndoneWhileTheVideoMoved_KeepsTheReviewOpenAndAsksForItsReturn()
    {
        var caseId = await DecideAsync("meanwhile.mp4");
        var decided = await _cases.RequireAsync(caseId);
        var place = await _mover.MoveAsync(decided.Case, Containers.Published, default);
        await _truth.Recorded.UpdateAsync(
            caseId, reviewed => Undone(reviewed) with { Review = Undone(reviewed).Review! with { AwaitsReturn = false } });

        var state = await _truth.Closing.CloseAsync(decided, CaseState.Published, place, default);

        var open = (await _cases.RequireAsync(caseId)).Case;
        Assert.Equal(
            (CaseState.Quarantined, CaseState.Quarantined, null, true), (state, open.State, open.ClosedAt, open.Review!.AwaitsReturn));
        Assert.Equal(place, open.Location);
    }

    /// <remarks>
    /// The engine may run an activity twice: one attempt hangs, another completes, the decision is undone and the video back, and then the
    /// first goes on. Nothing comes after it.
    /// </remarks>
    [Theory]
    [InlineData(Containers.Published)]
    [InlineData(Containers.Rejected)]
    public async Task Move_UndoneWhileTheCopyRuns_ReturnsTheVideoBeforeItEnds(string container)
    {
        var (verdict, state) = container == Containers.Published
            ? (ReviewVerdict.Approve, CaseState.Published)
            : (ReviewVerdict.Reject, CaseState.Rejected);
        var caseId = await DecideAsync($"late-{container}.mp4", verdict);
        await _cases.UpdateAsync(caseId, decided => decided with { Unlogged = [Pending(decided.Review!.Decision!)] });
        var slow = new Truth(_storage, observers: [new Meanwhile(() => UndoLoggedAsync(caseId))]);

        var ended = await slow.Move.RunAsync(caseId, container, state, default);

        var open = (await _cases.RequireAsync(caseId)).Case;
        Assert.Equal((CaseState.Quarantined, CaseState.Quarantined, null), (ended, open.State, open.ClosedAt));
        Assert.Equal((false, Containers.Quarantine), (open.Review!.AwaitsReturn, open.Location!.Container));
        Assert.Equal(Containers.Quarantine, await PlaceAsync(caseId));
        Assert.Null((await _truth.Integrity.ReadAsync(caseId)).Break);
    }

    [Fact]
    public async Task Close_UndoneBetweenTheMoveAndItsRecord_ReturnsTheVideoAndAgreesWithItsLog()
    {
        var caseId = await DecideAsync("between.mp4");
        var decided = await _cases.RequireAsync(caseId);
        var place = await _mover.MoveAsync(decided.Case, Containers.Published, default);
        await UndoAsync(caseId);

        await _truth.Closing.CloseAsync(decided, CaseState.Published, place, default);
        await _return.RunAsync(caseId, default);

        Assert.Equal(Containers.Quarantine, await PlaceAsync(caseId));
        Assert.Null((await _truth.Integrity.ReadAsync(caseId)).Break);
    }

    [Fact]
    public async Task Publish_VideoIsGone_IsLostAndNotSuperseded()
    {
        var caseId = await DecideAsync("gone.mp4");
        await _storage.Blob((await _cases.RequireAsync(caseId)).Case.Location!).DeleteAsync();

        var state = await PublishAsync(caseId);

        var lost = (await _cases.RequireAsync(caseId)).Case;
        Assert.Equal((CaseState.Lost, CaseState.Lost, null), (state, lost.State, lost.Location));
        Assert.Equal("lost", (await _audit.ReadAsync(caseId, lost.AuditHead)).Entries[^1].Type);
    }

    [Fact]
    public async Task Return_VideoIsGone_IsLost()
    {
        // Arrange
        var caseId = await DecideAsync("gone-after.mp4");
        await PublishAsync(caseId);
        await UndoAsync(caseId);
        await _storage.Blob(new(Containers.Published, "gone-after.mp4")).DeleteAsync();

        // Act
        var state = await _return.RunAsync(caseId, default);

        // Assert
        Assert.Equal((CaseState.Lost, CaseState.Lost), (state, (await _cases.RequireAsync(caseId)).Case.State));
    }

    [Theory]
    [InlineData(UploadRefusal.Replaced, CaseState.Superseded)]
    [InlineData(UploadRefusal.TooLarge, CaseState.Superseded)]
    [InlineData(null, CaseState.Lost)]
    public async Task Supersede_NoVideo_SaysWhetherItWasEverTakenIn(UploadRefusal? refusal, CaseState expected)
    {
        // Arrange
        var name = $"upload-{refusal}.mp4";
        var held = refusal is null ? new HeldVideo(new(Containers.Quarantine, name), "0x1", 1024) : null;
        var caseId = (await _truth.Recorded.CreateAsync(
            TestCases.Inspecting(name) with { Held = held, Refusal = refusal })).Case.CaseId;

        // Act
        var state = await SupersedeAsync(caseId);

        // Assert
        Assert.Equal(expected, state);
    }

    [Fact]
    public async Task Supersede_AnotherVersionIsInPlaceOfTheHeldCopy_IsLost()
    {
        var place = new BlobLocation(Containers.Quarantine, "overwritten.mp4");
        var opening = TestCases.Inspecting(place.Name) with { Location = place, Held = new HeldVideo(place, "0x1", 1024) };
        var caseId = (await _truth.Recorded.CreateAsync(opening)).Case.CaseId;
        var marked = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [BlobCopier.CaseIdKey] = caseId } };
        await _storage.Blob(place).UploadAsync(BinaryData.FromString("another"), marked);

        Assert.Equal(CaseState.Lost, await SupersedeAsync(caseId));
    }

    [Fact]
    public async Task Publish_CaseChangedPastItsLog_MovesNothingAndMarksTheCase()
    {
        // Arrange
        var caseId = await DecideAsync("forged.mp4");
        await _cases.UpdateAsync(caseId, decided => decided with { Submission = decided.Submission with { Uploader = "mallory" } });

        // Act
        var state = await PublishAsync(caseId);

        // Assert
        Assert.Equal((CaseState.Quarantined, Containers.Quarantine), (state, await PlaceAsync(caseId)));
        Assert.Equal("caseChanged", (await _cases.RequireAsync(caseId)).Case.Broken!.Fault);
    }

    [Fact]
    public async Task Publish_CasePutRightAgain_GoesOn()
    {
        // Arrange
        var caseId = await DecideAsync("restored.mp4");
        await _cases.UpdateAsync(caseId, decided => decided with { Submission = decided.Submission with { Uploader = "mallory" } });
        await PublishAsync(caseId);
        await _cases.UpdateAsync(caseId, broken => broken with { Submission = broken.Submission with { Uploader = "user-1" } });

        // Act
        var state = await PublishAsync(caseId);

        // Assert
        Assert.Equal((CaseState.Published, Containers.Published), (state, await PlaceAsync(caseId)));
        Assert.Null((await _cases.RequireAsync(caseId)).Case.Broken);
    }

    private static CaseEvent Pending(ReviewDecision decision)
    {
        var data = new Dictionary<string, string>
        {
            ["verdict"] = AiLabels.Reports.CamelCase.Name(decision.Verdict),
            ["reasonCode"] = decision.ReasonCode,
        };
        return new("review-decided:9", "review-decided", "bob", data);
    }

    private async Task UndoLoggedAsync(string caseId) => await _truth.Journal.RecordAsync(
        await _cases.RequireAsync(caseId), [new("review-undone", "bob", [])], Undone);

    /// <summary>Does something once, just before a step writes the entry of the decision that it carries out.</summary>
    private sealed class Meanwhile(Func<Task> happens) : IAuditObserver
    {
        private int _calls;

        public Task BeforeAppendAsync(
            string caseId, IReadOnlyList<AuditEvent> events, DateTimeOffset at, CancellationToken cancellationToken) =>
            _calls++ == 0 ? happens() : Task.CompletedTask;
    }

    private Task<CaseState> SupersedeAsync(string caseId) =>
        new VideoGate.Moderation.Supersede(_truth.Integrity, _truth.Missing, _truth.Closing).RunAsync(caseId, default);

    private Task<CaseState> PublishAsync(string caseId) => _move.RunAsync(caseId, Containers.Published, CaseState.Published, default);

    private Task<StoredCase> UndoAsync(string caseId) => _truth.Recorded.UpdateAsync(caseId, Undone);

    private static ModerationCase Undone(ModerationCase decided) => decided with
    {
        State = CaseState.Quarantined,
        ClosedAt = null,
        Review = decided.Review! with
        {
            State = ReviewState.Open,
            Decision = null,
            AwaitsReturn = true,
            Past = [new(decided.Review.OpenedAt, decided.Review.Decision!, RoundEnding.Undone, "bob", TestCases.Opened, null)],
        },
    };

    private static ModerationCase DecidedAgain(ModerationCase reopened) =>
        reopened with { Review = reopened.Review! with { State = ReviewState.Decided, Decision = Reviewed.Approval } };

    /// <summary>A quarantined video whose approval is stored and has had no effect yet.</summary>
    private async Task<string> DecideAsync(string name, ReviewVerdict verdict = ReviewVerdict.Approve)
    {
        var decided = TestCases.Quarantined(name);
        decided = decided with
        {
            Review = decided.Review! with { State = ReviewState.Decided, Decision = Reviewed.Approval with { Verdict = verdict } },
        };
        await _storage.Blob(decided.Location!).UploadAsync(BinaryData.FromString("video"), new Azure.Storage.Blobs.Models.BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["caseid"] = decided.CaseId },
        });
        return (await _truth.Recorded.CreateAsync(decided)).Case.CaseId;
    }

    /// <summary>The one container that holds the case's video.</summary>
    private async Task<string> PlaceAsync(string caseId)
    {
        var name = (await _cases.RequireAsync(caseId)).Case.Upload.Name;
        List<string> places = [];
        foreach (var container in new[] { Containers.Quarantine, Containers.Published, Containers.Rejected })
        {
            if (await _storage.Blob(new(container, name)).ExistsAsync())
            {
                places.Add(container);
            }
        }

        return Assert.Single(places);
    }
}
