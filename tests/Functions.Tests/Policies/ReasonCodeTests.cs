using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies;

/// <summary>Reasons that moderators may give: none that denies what was found, and always at least one.</summary>
public sealed class ReasonCodeTests
{
    private static readonly ReviewPolicy China = TestPolicies.ById("cn-labeling-measures").Review;

    [Theory]
    [InlineData(ExplicitLabelCompliance.Present, "label-verified", true)]
    [InlineData(ExplicitLabelCompliance.Missing, "label-verified", false)]
    [InlineData(ExplicitLabelCompliance.Undersized, "label-verified", false)]
    [InlineData(ExplicitLabelCompliance.NotChecked, "label-verified", true)]
    [InlineData(ExplicitLabelCompliance.Present, "label-mismeasured", false)]
    [InlineData(ExplicitLabelCompliance.Undersized, "label-mismeasured", true)]
    [InlineData(ExplicitLabelCompliance.Missing, "not-ai", false)]
    [InlineData(ExplicitLabelCompliance.Missing, "notice-added", true)]
    public void Fits_ApprovalOfAFileThatStatesAi_AgreesWithTheVisibleLabel(ExplicitLabelCompliance seen, string code, bool fits)
    {
        var facts = TestPolicies.Input(AiOrigin.Confirmed, seen);

        Assert.Equal(fits, Codes(ReviewVerdict.Approve, facts).Contains(code));
    }

    [Fact]
    public void Fits_RejectionForAMissingLabel_NeedsAVideoThatLacksIt()
    {
        Assert.DoesNotContain(
            "label-missing", Codes(ReviewVerdict.Reject, TestPolicies.Input(AiOrigin.Confirmed, ExplicitLabelCompliance.Present)));
        Assert.Contains(
            "label-missing", Codes(ReviewVerdict.Reject, TestPolicies.Input(AiOrigin.Confirmed, ExplicitLabelCompliance.TooShort)));
    }

    [Fact]
    public void ReasonsOf_UnsafeContent_BeginWithOneAboutTheContent()
    {
        var facts = TestPolicies.Input(AiOrigin.NotFound) with { Safety = SafetyState.Unsafe };

        Assert.Equal("content-acceptable", Codes(ReviewVerdict.Approve, facts)[0]);
    }

    [Fact]
    public void ReasonsOf_FilesThatWereRead_AreNeverUnreadable()
    {
        var facts = TestPolicies.Input(AiOrigin.Confirmed, ExplicitLabelCompliance.Missing);

        Assert.DoesNotContain("unreadable", Codes(ReviewVerdict.Reject, facts));
    }

    [Fact]
    public void ReasonsOf_PolicyWithoutReasonsForLabels_AreThoseOfAnApproval()
    {
        var policy = PolicyTexts.Read(PolicyTexts.Valid).Review;

        Assert.Equal(policy.ApproveReasons, policy.ReasonsOf(ReviewVerdict.ApproveWithLabel));
    }

    [Fact]
    public void Read_PolicyThatLeavesACaseWithoutAReason_NamesTheCase()
    {
        var narrow = PolicyTexts.Valid.Replace(
            "\"title\": \"Fine\"", "\"title\": \"Fine\", \"when\": [{ \"origin\": [\"notFound\"] }]", StringComparison.Ordinal);

        var error = PolicyTexts.Errors(narrow)[0];

        Assert.Equal("$.review.reasonCodes.approve", error.Path);
        Assert.Contains("No reason fits a case with origin", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Codes(ReviewVerdict verdict, DecisionInput facts) =>
        [.. China.ReasonsOf(verdict, facts).Select(reason => reason.Code)];
}
