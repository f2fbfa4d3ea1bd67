using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

/// <summary>Concurrent and repeated decisions result in one.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class DecisionTests(ApiFixture api)
{
    [Fact]
    public async Task Decide_HundredModeratorsAtOnce_ExactlyOneWins()
    {
        // Arrange
        var decision = await Examples.DecisionAsync(api);
        var moderators =
            Enumerable.Range(0, 100).Select(number => decision with { Token = api.Token($"moderator-{number}", Roles.Moderator) });

        // Act
        var statuses = await Task.WhenAll(moderators.Select(api.InsistAsync));

        // Assert
        Assert.Single(statuses, HttpStatusCode.OK);
        Assert.Equal(99, statuses.Count(status => status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed));
        var decided = await CaseAsync(decision.Id);
        var audited = (await api.Gate.Audit.ReadAsync(decision.Id, decided.AuditHead)).Entries;
        Assert.Equal(decided.Review!.Decision!.DecidedBy, Assert.Single(audited, entry => entry.Type == "review-decided").Actor);
    }

    [Fact]
    public async Task Decide_SameRequestManyTimesAtOnce_IsOneDecisionAndOneAnswer()
    {
        // Arrange
        var decision = await Examples.DecisionAsync(api);

        // Act
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AnswerAsync(decision)));

        // Assert
        Assert.Single(answers.Distinct());
        var decided = await CaseAsync(decision.Id);
        Assert.Single((await api.Gate.Audit.ReadAsync(decision.Id, decided.AuditHead)).Entries, entry => entry.Type == "review-decided");
    }

    [Fact]
    public async Task Decide_RepeatedAfterTheCaseWentOn_IsAnsweredAsTheFirstTime()
    {
        var decision = await Examples.DecisionAsync(api);
        var first = await AnswerAsync(decision);
        await new Recorded(api.Gate.Cases, api.Gate.Audit).UpdateAsync(
            decision.Id, decided => decided with { State = CaseState.Published, ClosedAt = DateTimeOffset.UnixEpoch });

        Assert.Equal(first, await AnswerAsync(decision));
    }

    [Fact]
    public async Task Decide_AlreadyDecided_SaysByWhomAndWhen()
    {
        var decision = await Examples.DecisionAsync(api);
        using var first = await api.SendAsync(decision);

        using var second = await api.SendAsync(decision with { Token = api.Token("carol", Roles.SeniorModerator) });

        var problem = await second.Content.ReadFromJsonAsync<JsonElement>();
        var standing = (await CaseAsync(decision.Id)).Review!.Decision!;
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(("bob", standing.DecidedAt),
            (problem.GetProperty("decidedBy").GetString(), problem.GetProperty("decidedAt").GetDateTimeOffset()));
    }

    [Theory]
    [InlineData("""{"verdict":"approve","reasonCode":"label-missing"}""", "#/reasonCode")]
    [InlineData("""{"verdict":"approve"}""", "#/reasonCode")]
    [InlineData("""{"reasonCode":"label-verified"}""", "#/verdict")]
    public async Task Decide_BadField_IsPointedAt(string body, string field)
    {
        using var response = await api.SendAsync(await Examples.DecisionAsync(api, body));

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task GetCase_Uploader_DoesNotLearnWhoModerates()
    {
        var decision = await Examples.DecisionAsync(api);
        using var decided = await api.SendAsync(decision);

        var mine = await AnswerAsync(new ApiRequest("GetCase", api.Token("alice", Roles.Uploader), decision.Id));
        var staffs = await AnswerAsync(new ApiRequest("GetCase", api.Token("dan", Roles.Auditor), decision.Id));

        Assert.DoesNotContain("bob", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("seen", mine, StringComparison.Ordinal);
        Assert.Contains("\"decidedBy\":\"bob\"", staffs, StringComparison.Ordinal);
    }

    private async Task<string> AnswerAsync(ApiRequest request)
    {
        using var response = await api.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<ModerationCase> CaseAsync(string caseId) => (await api.Gate.Cases.RequireAsync(caseId)).Case;
}
