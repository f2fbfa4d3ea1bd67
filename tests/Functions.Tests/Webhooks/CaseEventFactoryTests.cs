using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents.SystemTextJson;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Tests.Api;
using VideoGate.Tests.Support;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Webhooks;

public sealed class CaseEventFactoryTests
{
    [Fact]
    public void Body_Rejected_IsACloudEventWithoutAnyTraceOfTheModerator()
    {
        var body = CaseEventFactory.Body(Rejected("bob-the-moderator"), Entry("rejected", "bob-the-moderator"), "/api/cases");

        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal(
            ("1.0", "videogate.moderation.case.rejected.v1", "/api/cases", TestCases.Quarantined().CaseId, "application/json"),
            (Text(told, "specversion"), Text(told, "type"), Text(told, "source"), Text(told, "subject"), Text(told, "datacontenttype")));
        Assert.Equal(TestCases.Opened, told.GetProperty("time").GetDateTimeOffset());
        Assert.Equal(
            ("moderator", "label-missing"), (Text(told.GetProperty("data"), "decidedBy"), Text(told.GetProperty("data"), "reason")));
        Assert.All(["bob", "secret note"], hidden => Assert.DoesNotContain(hidden, body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Body_PublishedWithNotice_HasTheNoticesAndThePathOfTheDisclosure()
    {
        // Arrange
        var published = TestCases.PublishedWithNotice();

        // Act
        var body = CaseEventFactory.Body(published, Entry("published", "system"), "/api/cases");

        // Assert
        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        Assert.Equal(["is", "aiGenerated"], data.GetProperty("notices").EnumerateArray().Select(notice => Text(notice, "kind")));
        Assert.Equal($"/api/published/{published.CaseId}/disclosure", Text(data, "disclosure"));
        Assert.Empty(await Contract.Shipped.DifferencesAsync("CaseEvent", body));
    }

    [Theory]
    [InlineData("quarantined")]
    [InlineData("returned-to-quarantine")]
    [InlineData("published")]
    [InlineData("superseded")]
    [InlineData("review-appealed")]
    [InlineData("takedown-ordered")]
    [InlineData("takedown-escalated")]
    [InlineData("takedown-overdue")]
    [InlineData("takedown-withdrawn")]
    [InlineData("taken-down")]
    public async Task Body_EveryEvent_IsAsTheDocumentSays(string type)
    {
        Assert.True(CaseEventFactory.IsPublished(new(type, "system", [])));
        Assert.Empty(
            await Contract.Shipped.DifferencesAsync("CaseEvent", CaseEventFactory.Body(Rejected("bob"), Entry(type, "bob"), "/api/cases")));
    }

    [Fact]
    public void Body_ReadByAnotherLibrary_IsAValidCloudEvent()
    {
        // Arrange
        var body = Encoding.UTF8.GetBytes(CaseEventFactory.Body(Rejected("bob"), Entry("rejected", "bob"), "/api/cases"));

        // Act
        var read = new JsonEventFormatter().DecodeStructuredModeMessage(
            body, new("application/cloudevents+json"), extensionAttributes: null);

        // Assert
        Assert.True(read.IsValid);
        Assert.Equal(
            ("videogate.moderation.case.rejected.v1", "/api/cases", TestCases.Opened),
            (read.Type, read.Source?.ToString(), read.Time));
    }

    [Fact]
    public void Body_Expired_WasDecidedByThePolicy() => Assert.Equal(
        "policy", Text(
            JsonDocument.Parse(CaseEventFactory.Body(Rejected("policy"), Entry("rejected", "system"), "/x")).RootElement
                .GetProperty("data"), "decidedBy"));

    [Fact]
    public void Body_MadeTwice_IsTheSameText()
    {
        var entry = Entry("quarantined", "system");

        Assert.Equal(
            CaseEventFactory.Body(TestCases.Quarantined(), entry, "/x"), CaseEventFactory.Body(TestCases.Quarantined(), entry, "/x"));
    }

    private static ModerationCase Rejected(string by)
    {
        var quarantined = TestCases.Quarantined();
        return quarantined with
        {
            State = CaseState.Rejected,
            Review = quarantined.Review! with
            {
                State = ReviewState.Decided,
                Decision = new()
                {
                    Verdict = ReviewVerdict.Reject,
                    ReasonCode = "label-missing",
                    Note = "secret note",
                    DecidedBy = by,
                    DecidedAt = TestCases.Opened,
                    IdempotencyKey = "key of bob",
                    RequestHash = "",
                },
            },
        };
    }

    private static AuditEntry Entry(string type, string actor)
    {
        var caseId = TestCases.Quarantined().CaseId;
        var (_, lines) = AuditChain.Extend(caseId, null, [new(type, actor, new() { ["note"] = "secret note" })], TestCases.Opened);
        return AuditChain.Verify(caseId, lines).Entries[0];
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
