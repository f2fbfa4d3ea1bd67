using VideoGate.Cases;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Cases;

public sealed class PublishedNoticesTests
{
    private static readonly ModerationCase Published = TestCases.PublishedWithNotice();

    [Fact]
    public void Of_PublishedCase_AreThoseOfTheDecision() => Assert.Equal(Published.Decision!.Notices, PublishedNotices.Of(Published));

    [Theory]
    [InlineData(CaseState.Quarantined)]
    [InlineData(CaseState.Rejected)]
    [InlineData(CaseState.Lost)]
    public void Of_CaseThatIsNotPublished_AreNone(CaseState state) => Assert.Empty(PublishedNotices.Of(Published with { State = state }));

    [Theory]
    [InlineData(true, 0)]
    [InlineData(null, 2)]
    public void Of_ModeratorsApproval_AreNoneOnlyIfItsReasonLiftsThem(bool? lifts, int count)
    {
        var approved = Approved(lifts);

        Assert.Equal(count, PublishedNotices.Of(approved).Count);
    }

    [Fact]
    public void Metadata_Notices_AreNamedByJurisdictionAndKind() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["ainotice"] = "CN:is EU:aiGenerated",
            ["aidisclosure"] = $"/api/published/{Published.CaseId}/disclosure",
        },
        PublishedNotices.Metadata(Published));

    [Fact]
    public void Metadata_DisclosureOnly_HasItsPathAlone() => Assert.Equal(["aidisclosure"], PublishedNotices.Metadata(Approved(true)).Keys);

    [Fact]
    public void Metadata_NothingToShow_IsEmpty() => Assert.Empty(PublishedNotices.Metadata(TestCases.Quarantined()));

    private static ModerationCase Approved(bool? lifts) => Published with
    {
        Review = TestCases.Quarantined().Review! with
        {
            Decision = new()
            {
                Verdict = ReviewVerdict.Approve,
                ReasonCode = "not-ai",
                LiftsNotices = lifts,
                DecidedBy = "bob",
                DecidedAt = TestCases.Opened,
                IdempotencyKey = "key",
                RequestHash = "hash",
            },
        },
    };
}
