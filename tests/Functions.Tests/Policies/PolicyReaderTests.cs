using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Tests.Policies;

public sealed class PolicyReaderTests
{
    [Fact]
    public void Read_ValidText_IsThePolicy()
    {
        var policy = PolicyTexts.Read(PolicyTexts.Valid);

        Assert.Equal(("house", "1", "标题", "House rule"), (policy.Id, policy.Version, policy.Title, policy.Source));
        var rule = Assert.Single(policy.Rules);
        Assert.Equal(("ai", null, new PolicyOutcome(DecisionOutcome.Quarantine, "ai")), (rule.Id, rule.Clause, rule.Verdict));
        Assert.Equal(["confirmed"], rule.When["origin"]);
        Assert.Equal(new PolicyOutcome(DecisionOutcome.Publish, "no-ai-label"), policy.Otherwise);
        Assert.Equal("1", policy.Notice[AiOrigin.Confirmed]);
        Assert.Equal(
            (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), new TimeSpan(1, 0, 3, 0), ExpiryAction.Keep),
            (policy.Review.RemindAfter, policy.Review.EscalateAfter, policy.Review.ExpireAfter, policy.Review.OnExpiry));
        Assert.Equal(new ReasonCode("bad", "Bad"), Assert.Single(policy.Review.RejectReasons));
    }

    [Theory]
    [InlineData("\"title\": \"标题\"", "\"titel\": \"x\"", 4, 3, "$.titel",
        "Unknown property 'titel'. Remove it or use one of id, version, title")]
    [InlineData("\"title\": \"标题\"", "\"titel\": \"x\"", 1, 1, "$", "Property 'title' is missing.")]
    [InlineData("\"version\": \"1\"", "\"version\": 1", 3, 3, "$.version", "Expected a string, found 1.")]
    [InlineData("\"version\": \"1\"", "\"version\": \"\"", 3, 3, "$.version", "The string is empty.")]
    [InlineData("\"house\"", "\"House rule\"", 2, 3, "$.id", "'House rule' is not an identifier.")]
    [InlineData("[\"confirmed\"]", "[\"confirmed\", \"confirmd\"]", 7, 53, "$.rules[0].when.origin[1]",
        "'confirmd' is not allowed here. Use one of notFound, inconclusive, suspected, possible, confirmed.")]
    [InlineData("[\"confirmed\"]", "[]", 7, 29, "$.rules[0].when.origin", "The list is empty.")]
    [InlineData("[\"confirmed\"]", "\"confirmed\"", 7, 29, "$.rules[0].when.origin", "Expected a list, found \"confirmed\".")]
    [InlineData("\"origin\"", "\"orgin\"", 7, 29, "$.rules[0].when.orgin", "Unknown property 'orgin'. Remove it or use one of audioLabel")]
    [InlineData("\"quarantine\"", "\"block\"", 7, 56, "$.rules[0].then",
        "'block' is not allowed here. Use one of publish, publishWithNotice, publishWithLabel, quarantine, record.")]
    [InlineData("\"PT2M\"", "\"2 minutes\"", 13, 5, "$.review.escalateAfter", "'2 minutes' is not a duration.")]
    [InlineData("\"PT2M\"", "\"P\"", 13, 5, "$.review.escalateAfter", "'P' is not a duration.")]
    [InlineData("\"PT2M\"", "\"P1M\"", 13, 5, "$.review.escalateAfter", "'P1M' is not a duration.")]
    [InlineData("\"keep\"", "\"publish\"", 15, 5, "$.review.onExpiry", "'publish' is not allowed here. Use one of reject, keep.")]
    [InlineData("\"confirmed\": \"1\"", "\"confirmed\": \"4\"", 10, 15, "$.notice.confirmed",
        "'4' is not allowed here. Use one of 1, 2, 3.")]
    [InlineData("\"version\": \"1\"", "\"version\": \"1\", \"version\": \"2\"", 3, 19, "$.version",
        "The property appears twice.")]
    [InlineData("[\"confirmed\"]", "[\"confirmed\"], \"origin\": [\"possible\"]", 7, 54, "$.rules[0].when.origin",
        "The property appears twice.")]
    [InlineData("\"PT2M\"", "\"PT30S\"", 13, 5, "$.review.escalateAfter", "The escalation comes before the reminder.")]
    [InlineData("\"P1DT3M\"", "\"PT1M\"", 14, 5, "$.review.expireAfter", "The review expires before its escalation.")]
    [InlineData("\"PT1M\"", "\"PT0S\"", 12, 5, "$.review.remindAfter", "The reminder is due immediately.")]
    [InlineData("\"keep\"", "\"keep\", \"undoWindow\": \"P2D\"", 15, 25, "$.review.undoWindow",
        "A decision can be undone for at most one day.")]
    [InlineData("\"then\": \"quarantine\"", "\"then\": \"publishWithNotice\"", 7, 5, "$.rules[0]",
        "The rule publishes with a notice and has none.")]
    [InlineData("\"then\": \"quarantine\"", "\"then\": \"publishWithLabel\"", 7, 5, "$.rules[0]",
        "The rule publishes with a label and has none.")]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"effectiveFrom\": \"2026-02-30\",", 7, 19, "$.rules[0].effectiveFrom",
        "'2026-02-30' is not a date.")]
    [InlineData("\"id\": \"ai\",", "\"id\": \"ai\", \"effectiveFrom\": \"2026-02-03\", \"effectiveUntil\": \"2026-02-03\",", 7, 50,
        "$.rules[0].effectiveUntil", "The rule ends before it begins.")]
    [InlineData("\"keep\"", "\"keep\", \"fourEyes\": [\"Two\"]", 15, 38, "$.review.fourEyes[0]", "'Two' is not an identifier.")]
    public void Read_Mistake_IsNamedWithItsPlaceAndRemedy(string right, string wrong, int line, int column, string path, string message)
    {
        var errors = PolicyTexts.Errors(PolicyTexts.Valid.Replace(right, wrong, StringComparison.Ordinal));

        var error = Assert.Single(errors, error => error.Path == path);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"house.json({line},{column}): {path}: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ReviewThatCanBeReversed_HasItsWindowsAndSecondPerson()
    {
        var review = PolicyTexts.Read(PolicyTexts.Valid.Replace(
            "\"keep\"", "\"keep\", \"fourEyes\": [\"approve\", \"ai\"], \"undoWindow\": \"PT5M\", \"appealWindow\": \"P30D\"",
                StringComparison.Ordinal)).Review;

        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromDays(30)), (review.UndoWindow, review.AppealWindow));
        Assert.True(review.NeedsSecondPerson(ReviewVerdict.Approve, "other"));
        Assert.True(review.NeedsSecondPerson(ReviewVerdict.Reject, "ai"));
        Assert.False(review.NeedsSecondPerson(ReviewVerdict.Reject, "other"));
        Assert.False(PolicyTexts.Read(PolicyTexts.Valid).Review.NeedsSecondPerson(ReviewVerdict.Approve, "ai"));
    }

    [Fact]
    public void Read_SafetySection_IsWhatContentSafetyIsAsked()
    {
        // Arrange
        var text = PolicyTexts.WithSafety.Replace(
            "\"maxCalls\": 20", "\"maxCalls\": 20, \"blocklists\": [\"ours\"]", StringComparison.Ordinal);

        // Act
        var safety = PolicyTexts.Read(text).Safety!;

        // Assert
        Assert.Equal((new Severities(4, 4, 4, 4), 20, TimeSpan.FromHours(1)), (safety.Thresholds, safety.MaxCalls, safety.MaxWait));
        Assert.Equal(["ours"], safety.Blocklists);
        Assert.Null(PolicyTexts.Read(PolicyTexts.Valid).Safety);
    }

    [Theory]
    [InlineData("\"hate\": 4", "\"hate\": 5", "$.safety.thresholds.hate", "5 is not allowed here. Use one of 2, 4, 6.")]
    [InlineData("\"hate\": 4", "\"hate\": \"high\"", "$.safety.thresholds.hate", "Expected a number, found \"high\".")]
    [InlineData("\"maxCalls\": 20", "\"maxCalls\": 3", "$.safety.maxCalls", "3 is not allowed here. Use a whole number from 10 to 10000.")]
    [InlineData("\"PT1H\"", "\"P2D\"", "$.safety.maxWait", "A case waits for content safety for at most one day.")]
    public void Read_MistakeAboutSafety_IsNamedWithItsRemedy(string right, string wrong, string path, string message)
    {
        var error = Assert.Single(PolicyTexts.Errors(PolicyTexts.WithSafety.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(path, error.Path);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RuleAboutContentThatNobodyIsAskedAbout_CanNeverDecide()
    {
        var errors = PolicyTexts.Errors(PolicyTexts.Rules(
            """{ "id": "violent", "when": { "unsafeCategory": ["violence"] }, "then": "quarantine", "reason": "violent" }"""));

        Assert.StartsWith("Rule 'violent' can never decide", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralMistakes_AreNamedAtOnce()
    {
        var errors = PolicyTexts.Errors(PolicyTexts.Valid
            .Replace("\"keep\"", "\"publish\"", StringComparison.Ordinal)
            .Replace("\"PT1M\"", "\"soon\"", StringComparison.Ordinal));

        Assert.Equal(["$.review.remindAfter", "$.review.onExpiry"], errors.Select(error => error.Path));
    }

    [Theory]
    [InlineData("\"version\": \"1\",", "\"version\": \"1\"", 4)]
    [InlineData("\"version\": \"1\",", "\"version\": \"1\", // why", 3)]
    public void Read_NotJson_NamesTheLine(string right, string wrong, int line)
    {
        var error = Assert.Single(PolicyTexts.Errors(PolicyTexts.Valid.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(line, error.Line);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void Read_AnythingButAnObject_IsRefused(string text) =>
        Assert.Contains(PolicyTexts.Errors(text), error => error.Message.StartsWith("Expected an object", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "origin": ["confirmed"], "fileOrigin": ["notFound"] }""")]
    [InlineData("""{ "origin": ["notFound"], "declaration": ["generated"] }""")]
    [InlineData("""{ "origin": ["suspected"], "explicitLabel": ["missing"] }""")]
    [InlineData("""{ "problem": ["aigc.malformed"] }""")]
    [InlineData("""{ "generator": ["KLING"] }""")]
    public void Read_RuleThatCanNeverDecide_IsRefused(string when)
    {
        var errors = PolicyTexts.Errors(PolicyTexts.Rules(
            """{ "id": "damaged", "when": { "problem": ["aigc."] }, "then": "quarantine", "reason": "a" }""",
            """{ "id": "kling", "when": { "generator": ["Kling"] }, "then": "quarantine", "reason": "a" }""",
            """{ "id": "traces", "when": { "fileOrigin": ["suspected"] }, "then": "quarantine", "reason": "a" }""",
            $$"""{ "id": "late", "when": {{when}}, "then": "quarantine", "reason": "b" }"""));

        var error = Assert.Single(errors);
        Assert.Equal(("$.rules[3]", 10, 5), (error.Path, error.Line, error.Column));
        Assert.StartsWith("Rule 'late' can never decide", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameRuleIdTwice_NamesTheSecond()
    {
        var errors = PolicyTexts.Errors(PolicyTexts.Rules(
            """{ "id": "ai", "when": { "origin": ["confirmed"] }, "then": "quarantine", "reason": "ai" }""",
            """{ "id": "ai", "when": { "origin": ["possible"] }, "then": "quarantine", "reason": "ai" }"""));

        Assert.Equal("$.rules[1].id", Assert.Single(errors).Path);
    }

    [Fact]
    public void Read_ReservedRuleId_IsRefused()
    {
        var errors = PolicyTexts.Errors(PolicyTexts.Rules("""{ "id": "otherwise", "when": {}, "then": "quarantine", "reason": "ai" }"""));

        Assert.Contains("is reserved for decisions without a rule", Assert.Single(errors).Message, StringComparison.Ordinal);
    }
}
