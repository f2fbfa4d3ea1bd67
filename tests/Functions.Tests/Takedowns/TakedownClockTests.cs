using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Review.Rules;
using VideoGate.Storage;
using VideoGate.Takedowns;
using VideoGate.Tests.Policies.Golden;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Takedowns;

/// <summary>The clocks of orders on virtual time: what a law wants gone is gone within its clock.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class TakedownClockTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private TakedownParts _parts = null!;

    public async ValueTask InitializeAsync() => _parts = new(await TestStorage.StartAsync(azurite));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The golden cases about removal: their clocks are read from the table.</summary>
    public static TheoryData<string, string, bool> Clocks()
    {
        var rows = new TheoryData<string, string, bool>();
        foreach (var (id, kind) in new[] { ("IN-5", "in-order"), ("IN-6", "in-intimate"), ("US-1", "us-intimate") })
        {
            rows.Add(id, kind, false);
            rows.Add(id, kind, true);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task Order_GoldenCase_IsGoneWithinItsClockEvenIfNobodyDecides(string id, string kind, bool pending)
    {
        // Arrange
        var clock = ClockOf(id);
        var received = _parts.Time.GetUtcNow();
        var caseId = await _parts.PublishAsync($"{id} {pending}");

        // Act
        Assert.Null(await _parts.OrderAsync(caseId, new(kind, "why", "17/2026", received, Pending: pending)));
        _parts.Engine.RunUntil(received + (clock / 4));
        var early = await _parts.IsPublicAsync(caseId);
        _parts.Engine.RunUntil(received + clock);

        // Assert
        var gone = await _parts.CaseAsync(caseId);
        Assert.Equal((pending, false), (early, await _parts.IsPublicAsync(caseId)));
        Assert.Equal((CaseState.Rejected, Containers.Rejected), (gone.State, gone.Location!.Container));
        Assert.Equal(
            (received + clock, TakedownState.CarriedOut, null), (gone.Takedown!.DueAt, gone.Takedown.State, gone.Takedown.OverdueAt));
        Assert.True(gone.Takedown.RemovedAt < received + clock);
        Assert.Equal(pending, gone.Takedown.EscalatedAt is not null);
        Assert.Equal($"takedown-{kind}", gone.Review!.Decision!.ReasonCode);
        var log = (await _parts.LogAsync(caseId)).Select(entry => entry.Type).ToList();
        Assert.Equal(["takedown-ordered", "review-decided", "taken-down", "rejected"], log.Except(["opened", "decided", "takedown-escalated"]));
    }

    [Fact]
    public async Task Order_KnownCopies_AreTakenDownToo()
    {
        // Arrange
        var content = $"{Guid.NewGuid()}";
        var (named, copy, other) = (await _parts.PublishAsync(content), await _parts.PublishAsync(content, "user-2"),
            await _parts.PublishAsync("another"));

        // Act
        await _parts.OrderAsync(named, new("us-intimate", "why"));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddHours(1));
        var late = await _parts.PublishAsync(content, "user-3");
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddHours(48));

        // Assert
        Assert.Equal(new[] { copy, late }.Order(), (await _parts.CaseAsync(named)).Takedown!.CopiesFound.Order());
        Assert.All(new[] { named, copy, late }, caseId => Assert.False(_parts.IsPublicAsync(caseId).Result));
        Assert.True(await _parts.IsPublicAsync(other));
        Assert.Equal(named, (await _parts.CaseAsync(copy)).Takedown!.CopyOf);
        Assert.Contains("takedown-copies", (await _parts.LogAsync(named)).Select(entry => entry.Type));
    }

    [Fact]
    public async Task Order_StorageFailsForHours_IsEscalatedThenOverdueThenGone()
    {
        var caseId = await _parts.PublishAsync("outage");
        var began = _parts.Time.GetUtcNow();
        _parts.Engine.BeforeAnswer = call =>
        {
            if (call.Name is "ReturnToQuarantine" && _parts.Time.GetUtcNow() < began.AddHours(4))
            {
                throw new StorageOutageException("away", new IOException());
            }
        };

        await _parts.OrderAsync(caseId, new("in-order", "why"));
        _parts.Engine.RunUntil(began.AddHours(3.5));
        var late = await _parts.CaseAsync(caseId);
        _parts.Engine.RunUntil(began.AddHours(6));

        Assert.Equal(
            (true, true, null), (late.Takedown!.EscalatedAt is not null, late.Takedown.OverdueAt is not null, late.Takedown.RemovedAt));
        Assert.False(await _parts.IsPublicAsync(caseId));
        Assert.Equal(CaseState.Rejected, (await _parts.CaseAsync(caseId)).State);
    }

    [Fact]
    public async Task Appeal_Granted_PublishesTheVideoAgain()
    {
        // Arrange
        var caseId = await _parts.PublishAsync("appealed");
        await _parts.OrderAsync(caseId, new("order", "why", DueAt: _parts.Time.GetUtcNow().AddHours(12)));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddHours(24));
        Assert.False(await _parts.IsPublicAsync(caseId));

        // Act
        Assert.Null(await _parts.AppealAsync(caseId));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddMinutes(1));
        var byTheSame = await _parts.ApproveAsync(caseId, "mona");
        Assert.Null(await _parts.ApproveAsync(caseId, "carol"));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddDays(2));

        // Assert
        var back = await _parts.CaseAsync(caseId);
        Assert.Equal(Problems.DecidedBefore, Assert.IsType<TransitionResult.Rejected>(byTheSame).Problem.Type);
        Assert.Equal((CaseState.Published, true), (back.State, await _parts.IsPublicAsync(caseId)));
        Assert.False(Takedown.IsInForce(back));
        Assert.NotEmpty(PublishedNotices.Of(back));
    }

    [Fact]
    public async Task Withdraw_WaitingOrder_LeavesTheVideoPublished()
    {
        var caseId = await _parts.PublishAsync("withdrawn");
        await _parts.OrderAsync(caseId, new("us-intimate", "why", Pending: true));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddHours(1));

        Assert.Null(await _parts.DecideAsync(caseId, new(false, "Not the person shown.")));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddDays(3));

        Assert.Equal((CaseState.Published, true), ((await _parts.CaseAsync(caseId)).State, await _parts.IsPublicAsync(caseId)));
        Assert.Empty(await _parts.Index.ListAsync(default).Where(row => row.CaseId == caseId).ToListAsync());
        Assert.Contains("takedown-withdrawn", (await _parts.LogAsync(caseId)).Select(entry => entry.Type));
    }

    [Fact]
    public async Task Order_HouseRulesByAModerator_WaitsForASenior()
    {
        var caseId = await _parts.PublishAsync("house");
        await _parts.OrderAsync(caseId, new("house-rules", "why"));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddDays(3));
        var byAnother = await _parts.DecideAsync(caseId, new(true), senior: false);
        Assert.True(await _parts.IsPublicAsync(caseId));

        Assert.Null(await _parts.DecideAsync(caseId, new(true)));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddHours(1));

        Assert.Equal(Problems.Forbidden, Assert.IsType<TransitionResult.Rejected>(byAnother).Problem.Type);
        Assert.False(await _parts.IsPublicAsync(caseId));
    }

    /// <summary>The notice of a video that the policy published alone: lifted in place, by a person, in storage as in the case.</summary>
    [Fact]
    public async Task Appeal_NoticeOfThePolicy_IsLiftedWithoutAGap()
    {
        // Arrange
        var caseId = await _parts.PublishAsync("noticed");

        // Act
        Assert.Null(await _parts.AppealAsync(caseId));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddMinutes(1));
        var during = await _parts.IsPublicAsync(caseId);
        Assert.Null(await _parts.ApproveAsync(caseId, "carol", lifts: true));
        _parts.Engine.RunUntil(_parts.Time.GetUtcNow().AddDays(2));

        // Assert
        var lifted = await _parts.CaseAsync(caseId);
        Assert.Equal((true, CaseState.Published), (during, lifted.State));
        Assert.NotNull(lifted.ClosedAt);
        Assert.Empty(PublishedNotices.Of(lifted));
        var metadata = (await _parts.Storage.Blob(lifted.Location!).GetPropertiesAsync()).Value.Metadata;
        Assert.DoesNotContain("ainotice", metadata.Keys);
        Assert.Equal("published", (await _parts.LogAsync(caseId))[^1].Type);
    }

    private static TimeSpan ClockOf(string id) => GoldenCase.Text(GoldenCase.All.Single(row => row.Id == id).Out, "removeBy") switch
    {
        "13:00" => TimeSpan.FromHours(3), // Received at 10:00.
        "12:00" => TimeSpan.FromHours(2),
        "T+48h" => TimeSpan.FromHours(48),
        var other => throw new InvalidOperationException($"{id} is due by {other}."),
    };
}
