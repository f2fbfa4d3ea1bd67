using System.Globalization;
using System.Text.Json;
using AiLabels.Reports;
using Microsoft.AspNetCore.Http;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Reporting.Statements;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Reporting;

public sealed class StatementTests
{
    private static readonly Policy Measures = TestPolicies.ById("cn-moderated");

    private static readonly ReviewDecision Rejection = new()
    {
        Verdict = ReviewVerdict.Reject,
        ReasonCode = "label-missing",
        Note = "the secret note",
        DecidedBy = "bob-the-moderator",
        DecidedAt = TestCases.Opened.AddHours(1),
        AppealUntil = TestCases.Opened.AddDays(30),
        IdempotencyKey = "key-of-bob",
        RequestHash = "hash-of-bob",
    };

    [Fact]
    public void Texts_OfBothLanguages_SayTheSameThings() =>
        Assert.Equal(StatementTexts.English.Keys.Order(), StatementTexts.SimplifiedChinese.Keys.Order());

    [Fact]
    public void Texts_EveryReasonOfEveryPolicy_HasWords()
    {
        var reasons = TestPolicies.Shipped.All.SelectMany(policy => policy.Rules.Select(rule => rule.Verdict.Reason)
            .Append(policy.Otherwise.Reason)
            .Concat(policy.HasReview
                ? policy.Review.Reasons.Select(reason => reason.Code)
                : []));

        Assert.All(
            reasons.Concat(["inspection-failed", "review-expired", "safety-not-checked", "safety-unavailable"]).Distinct(),
            reason => Assert.True(StatementTexts.English.Has($"reason.{reason}"), reason));
    }

    [Fact]
    public void Texts_EveryWordForWhatWasFound_IsThere()
    {
        string[] keys =
        [
            .. Enum.GetValues<AiOrigin>().Select(value => $"origin.{CamelCase.Name(value)}"),
            .. Enum.GetValues<Declaration>().Select(value => $"declaration.{CamelCase.Name(value)}"),
            .. Enum.GetValues<UnsafeCategory>().Select(value => $"category.{CamelCase.Name(value)}"),
            .. Enum.GetValues<ExplicitLabelCompliance>().Where(value => value is not ExplicitLabelCompliance.NotChecked)
                .Select(value => $"explicitLabel.{CamelCase.Name(value)}"),
        ];

        Assert.Empty(keys.Except(StatementTexts.English.Keys));
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("de, fr;q=0.5", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh-Hans;q=0.3, en-GB", "en")]
    [InlineData("en;q=0, zh", "zh-Hans")]
    [InlineData("*", "en")]
    [InlineData("zh;q=banana", "en")]
    public void For_AcceptLanguage_IsTheOneLikedBest(string header, string language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = header;

        Assert.Equal(language, StatementTexts.For(http.Request.GetTypedHeaders()).Language);
    }

    [Fact]
    public void Write_RejectedByAPerson_SaysWhyAndHowToAppealButNotWho()
    {
        var statement = Write(Rejected());

        Assert.Equal(("label-missing", "confirmed", "Measures art. 6(1)"),
            (statement.Ground.Reason, statement.Ground.Rule, statement.Ground.Clause));
        Assert.Equal((true, false), (statement.Automation.Detection, statement.Automation.Decision));
        Assert.Equal(
            ($"/api/cases/{statement.CaseId}/appeals", Rejection.AppealUntil), (statement.Redress.Appeal, statement.Redress.AppealUntil));
        Assert.Contains("Kling", statement.Text, StringComparison.Ordinal);
        Assert.Contains("out-of-court", statement.Text, StringComparison.Ordinal);
        Assert.All(
            ["bob", "secret note", "hash-of"],
            hidden => Assert.DoesNotContain(
                hidden, JsonSerializer.Serialize(statement, StatementJson.Default.Statement), StringComparison.Ordinal));
    }

    [Fact]
    public void Write_WaitingForAPerson_SaysUntilWhen()
    {
        var statement = Write(TestCases.Quarantined(), StatementTexts.SimplifiedChinese);

        Assert.Equal((CaseState.Quarantined, true, null), (statement.State, statement.Automation.Decision, statement.Redress.Appeal));
        Assert.Contains(TestCases.Opened.AddHours(24).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            statement.Redress.Explanation, StringComparison.Ordinal);
        Assert.StartsWith("该视频暂不发布", statement.Effect, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_UnsafeContent_NamesTheKindAndNothingThatTeachesToStayBelow()
    {
        // Arrange
        var found = TestCases.Quarantined() with
        {
            Safety = new()
            {
                State = SafetyState.Unsafe,
                Highest = Severities.Safe with { Violence = 6 },
                UnsafeCategories = [UnsafeCategory.Violence],
                Hits = [new(UnsafeCategory.Violence, 6, Frame: 12, Seconds: 34.5)],
                Calls = 3,
                FramesLeftOut = 0,
                FramesRefused = 0,
            },
        };

        // Act
        var statement = Write(found);

        // Assert
        Assert.Contains("Content safety found: violence.", statement.Facts);
        Assert.DoesNotContain("34.5", statement.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextThatWasReadInThePicture_IsQuotedAsItIs()
    {
        var hostile = new VisibleLabelSummary("label", ExplicitLabelCompliance.Incomplete, "{0} <script>", 0.1, 0, 1, "corner", 0.9);
        var statement =
            Write(TestCases
                .Quarantined() with
            { ExplicitLabel = new() { Compliance = ExplicitLabelCompliance.Incomplete, Labels = [hostile] } });

        Assert.Contains("Read in the picture: “{0} <script>”.", statement.Facts);
    }

    [Theory]
    [InlineData(CaseState.Inspecting)]
    [InlineData(CaseState.Superseded)]
    public void Write_NoDecisionStands_IsNothing(CaseState state) =>
        Assert.Null(StatementWriter.Write(TestCases.Quarantined() with { State = state }, Measures, StatementTexts.English));

    private static ModerationCase Rejected()
    {
        var quarantined = TestCases.Quarantined();
        return quarantined with
        {
            State = CaseState.Rejected,
            Review = quarantined.Review! with { State = ReviewState.Decided, Decision = Rejection }
        };
    }

    private static Statement Write(ModerationCase decided, StatementTexts? texts = null)
    {
        // Test cases name a rule of this policy.
        var policy = Measures with { Rules = [.. Measures.Rules, Measures.Rules[0] with { Id = "confirmed" }] };
        return StatementWriter.Write(decided, policy, texts ?? StatementTexts.English)!;
    }
}
