using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
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
    private CaseJournal _journal = null!;
    private FinalMove _move = null!;
    private ReturnToQuarantine _return = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await TestStorage.StartAsync(azurite);
        _cases = new(_storage, TimeProvider.System);
        _audit = new(_storage, TimeProvider.System);
        _mover = TestUploads.Mover(_storage);
        _journal = new(_cases, _audit);
        _move = new(_cases, _mover, Closing(), TestUploads.Usage(_storage));
        _return = new(_cases, _mover, new LabelledCopyRollback(_storage), _journal);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Publish_DecisionUndoneBefore_MovesNothing()
    {
        var caseId = await DecideAsync("undone-before.mp4");
        await UndoAsync(caseId);

        var state = await PublishAsync(caseId);

        Assert.Equal((CaseState.Quarantined, Containers.Quarantine), (state, await PlaceAsync(caseId)));
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
        var caseId = await DecideAsync("half-moved.mp4");
        var decided = (await _cases.RequireAsync(caseId)).Case;
        await _mover.MoveAsync(decided, Containers.Published, default);
        await _storage.Blob(decided.Location!).UploadAsync(BinaryData.FromString("video"), new Azure.Storage.Blobs.Models.BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["caseid"] = caseId },
        });
        await UndoAsync(caseId);

        await _return.RunAsync(caseId, default);

        Assert.Equal(Containers.Quarantine, await PlaceAsync(caseId));
    }

    [Fact]
    public async Task Publish_SecondRoundAfterAnUndo_IsPublishedAndLoggedAgain()
    {
        var caseId = await DecideAsync("twice.mp4");
        await PublishAsync(caseId);
        await UndoAsync(caseId);
        await _return.RunAsync(caseId, default);
        await _cases.UpdateAsync(caseId, DecidedAgain);

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
        await _cases.UpdateAsync(
            caseId, reviewed => Undone(reviewed) with { Review = Undone(reviewed).Review! with { AwaitsReturn = false } });

        var state = await Closing().CloseAsync(decided, CaseState.Published, place, default);

        var open = (await _cases.RequireAsync(caseId)).Case;
        Assert.Equal(
            (CaseState.Quarantined, CaseState.Quarantined, null, true), (state, open.State, open.ClosedAt, open.Review!.AwaitsReturn));
        Assert.Equal(place, open.Location);
    }

    private CaseClosing Closing() => new(
        _journal, new ReviewQueueStore(_storage), TestUploads.Usage(_storage), TestMetrics.Of<CaseMetrics>(), TimeProvider.System);

    private Task<CaseState> PublishAsync(string caseId) => _move.RunAsync(caseId, Containers.Published, CaseState.Published, default);

    private Task<StoredCase> UndoAsync(string caseId) => _cases.UpdateAsync(caseId, Undone);

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
    private async Task<string> DecideAsync(string name)
    {
        var decided = TestCases.Quarantined(name);
        decided = decided with { Review = decided.Review! with { State = ReviewState.Decided, Decision = Reviewed.Approval } };
        await _storage.Blob(decided.Location!).UploadAsync(BinaryData.FromString("video"), new Azure.Storage.Blobs.Models.BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["caseid"] = decided.CaseId },
        });
        return (await _cases.CreateAsync(decided)).Case.CaseId;
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
