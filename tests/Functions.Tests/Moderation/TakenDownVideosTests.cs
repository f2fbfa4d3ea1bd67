using VideoGate.Cases;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Moderation;

/// <summary>Uploads of a video that an order took down.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class TakenDownVideosTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Find_OrderStands_IsFoundAlsoByTheNextCopy()
    {
        // Arrange
        var (parts, fingerprint) = await StartAsync();
        var ordered = await parts.AddAsync(TakenDown("ordered.mp4") with { ContentFingerprint = fingerprint });
        var copy = await parts.AddAsync(New("copy.mp4") with { ContentFingerprint = fingerprint, TakenDownAs = ordered.CaseId });
        var next = New("next.mp4") with { ContentFingerprint = fingerprint };

        // Act
        var found = await parts.Videos.FindAsync(next, default);

        // Assert
        Assert.Equal(ordered.CaseId, found);
        Assert.Equal(ordered.CaseId, await parts.Videos.FindAsync(copy, default));
    }

    [Fact]
    public async Task Find_OtherContentOrOrderReversed_IsNone()
    {
        var (parts, fingerprint) = await StartAsync();
        var ordered = TakenDown("reversed.mp4");
        await parts.AddAsync(ordered with
        {
            ContentFingerprint = fingerprint,
            Review = ordered.Review! with { State = ReviewState.Open, Decision = null },
        });

        Assert.Null(await parts.Videos.FindAsync(New("a.mp4") with { ContentFingerprint = fingerprint }, default));
        Assert.Null(await parts.Videos.FindAsync(New("b.mp4") with { ContentFingerprint = Base32.Hash("another") }, default));
    }

    [Fact]
    public void Decide_TakenDownBefore_IsQuarantinedWhateverThePoliciesSay()
    {
        var policy = TestPolicies.ById("cn-labeling-measures");
        var seen = New("c.mp4") with
        {
            Labels = TestPolicies.Input(AiLabels.Reports.AiOrigin.NotFound).Labels,
            Submission = new() { Declaration = Declaration.NotAi },
            ExplicitLabel = new() { Compliance = ExplicitLabelCompliance.Missing },
            Safety = new()
            {
                State = SafetyState.Safe,
                Highest = Severities.Safe,
                UnsafeCategories = [],
                Hits = [],
                Calls = 1,
                FramesLeftOut = 0,
                FramesRefused = 0,
            },
        };

        var free = CaseDecision.Decide([policy], seen, TestCases.Now);
        var held = CaseDecision.Decide([policy], seen with { TakenDownAs = "n42ta4mqit3sz6y2to6tnij7mx" }, TestCases.Now);

        Assert.Equal(DecisionOutcome.Publish, free.Outcome);
        Assert.Equal((DecisionOutcome.Quarantine, "taken-down-before"), (held.Outcome, held.Reason));
        Assert.Equal(DecisionOutcome.Publish, Assert.Single(held.Laws).Outcome);
    }

    private static ModerationCase New(string name) => TestCases.Inspecting(name, $"{Guid.NewGuid():N}");

    private static ModerationCase TakenDown(string name)
    {
        var inspecting = New(name);
        return inspecting with
        {
            State = CaseState.Rejected,
            Takedown = new()
            {
                Number = 1,
                Kind = "order",
                State = TakedownState.CarriedOut,
                OrderedBy = "bob",
                OrderedAt = TestCases.Opened,
                ReceivedAt = TestCases.Opened,
                Round = 1,
            },
            Review = new()
            {
                State = ReviewState.Decided,
                OpenedAt = TestCases.Opened,
                DueAt = TestCases.Opened,
                Decision = new()
                {
                    Verdict = ReviewVerdict.Reject,
                    ReasonCode = "takedown-order",
                    DecidedBy = "bob",
                    DecidedAt = TestCases.Opened,
                    IdempotencyKey = "takedown-1",
                    RequestHash = "",
                },
            },
        };
    }

    private async Task<(Parts Parts, string Fingerprint)> StartAsync()
    {
        var storage = await TestStorage.StartAsync(azurite);
        var truth = new Truth(storage);
        var related = new RelatedCases(storage);
        return (new(truth, related, new(related, truth.Cases)), Base32.Hash($"{Guid.NewGuid()}"));
    }

    private sealed record Parts(Truth Truth, RelatedCases Related, TakenDownVideos Videos)
    {
        public async Task<ModerationCase> AddAsync(ModerationCase added)
        {
            await Truth.Recorded.CreateAsync(added);
            await Related.AddAsync(added);
            return added;
        }
    }
}
