using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Review.Rules;

namespace VideoGate.Tests.Review;

/// <summary>An approval meets the duties of the laws.</summary>
public sealed class LabelDutyTests
{
    private static readonly RequiredLabel Metadata = new(null) { Metadata = true, Jurisdiction = "CN" };
    private static readonly RequiredLabel Overlay = new(LabelSpan.Throughout) { Jurisdiction = "IN" };

    [Fact]
    public void Judge_ApprovalUnderALawThatAsksForALabel_OrdersIt()
    {
        var next = Reviewed.Accepted(Judge(Asking(Metadata, Overlay), Reviewed.Approval));

        Assert.Equal(ReviewVerdict.Approve, next.Decision!.Verdict);
        Assert.Equal(new LabelOrder { Explicit = ExplicitChoice.Throughout, Text = LabelTexts.English }, next.Decision.Label);
    }

    [Fact]
    public void Judge_ApprovalBecauseItIsNotAi_OrdersNone() =>
        Assert.Null(Reviewed.Accepted(Judge(Asking(Metadata), Reviewed.Approval with { LiftsNotices = true })).Decision!.Label);

    [Fact]
    public void Judge_ApprovalWithAnOrderOfTheModerator_KeepsIt()
    {
        var order = new LabelOrder { Explicit = ExplicitChoice.Start, Text = LabelTexts.Chinese };

        var next = Reviewed.Accepted(Judge(
            Asking(Metadata), Reviewed.Approval with { Verdict = ReviewVerdict.ApproveWithLabel, Label = order }));

        Assert.Equal(order, next.Decision!.Label);
    }

    [Fact]
    public void Judge_RejectionOrNoLawThatAsks_OrdersNone()
    {
        Assert.Null(Reviewed.Accepted(Judge(Asking(Metadata), Reviewed.Approval with { Verdict = ReviewVerdict.Reject })).Decision!.Label);
        Assert.Null(Reviewed.Accepted(Judge(Asking(), Reviewed.Approval)).Decision!.Label);
    }

    [Fact]
    public void Of_PublishedCopyThatHasTheLabel_IsNone()
    {
        var order = new LabelOrder { Explicit = ExplicitChoice.None };
        var published = Asking(Metadata).Case with
        {
            State = CaseState.Published,
            Labelling = new() { OrderId = "1", Order = order, At = Reviewed.Now },
        };

        Assert.Null(LabelDuty.Of(published, hasCode: true));
        Assert.Equal(order, LabelDuty.Of(published with { Labelling = null }, hasCode: true));
        var failed = published with { Labelling = published.Labelling! with { Problem = new("tooLong", "why") } };
        Assert.NotNull(LabelDuty.Of(failed, hasCode: true));
    }

    [Fact]
    public void Of_PlatformWithoutACode_IsOnlyALabelThatNeedsNone()
    {
        Assert.Null(LabelDuty.Of(Asking(Metadata).Case, hasCode: false));
        Assert.NotNull(LabelDuty.Of(Asking(Overlay).Case, hasCode: false));
    }

    [Fact]
    public void Judge_NoticeIsUpheldInPlaceAndALabelIsDue_StaysPublishedMeanwhile()
    {
        var inPlace = Asking(Metadata);
        inPlace = inPlace with
        {
            Case = inPlace.Case with { State = CaseState.Published, Review = inPlace.Case.Review! with { InPlace = true } },
        };

        var next = Assert.IsType<TransitionResult.Applied>(Judge(inPlace, Reviewed.Approval)).Next;

        Assert.Equal((CaseState.Published, true), (next.State, next.Review!.InPlace));
        Assert.NotNull(next.Review.Decision!.Label);
    }

    private static StoredCase Asking(params RequiredLabel[] labels)
    {
        var stored = Reviewed.Case();
        return stored with { Case = stored.Case with { Decision = stored.Case.Decision! with { Labels = labels } } };
    }

    private static TransitionResult Judge(StoredCase current, ReviewDecision decision) =>
        ReviewRules.Judge(current, Reviewed.Command(ReviewAction.Decide), decision, Reviewed.HousePolicy);
}
