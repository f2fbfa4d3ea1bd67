using System.Net.Http.Json;
using System.Text.Json;
using VideoGate.Access;

namespace VideoGate.Tests.Api;

[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class QueueTests(ApiFixture api)
{
    [Fact]
    public async Task ListReviews_NextLinkFollowedToTheEnd_ShowsEveryReviewOnce()
    {
        // Arrange
        var quarantined = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            quarantined.Add((await api.QuarantineAsync()).Case.CaseId);
        }

        // Act
        var seen = await FollowAsync("?pageSize=2");

        // Assert
        Assert.Empty(quarantined.Except(seen));
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task ListReviews_Filtered_FollowsNextLinkThroughOnlyThose()
    {
        var wanted = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            wanted.Add((await api.QuarantineAsync(reason: "filtered-one")).Case.CaseId);
            await api.QuarantineAsync(reason: "another-one");
        }

        Assert.Equal(wanted.Order(), (await FollowAsync("?pageSize=2&reason=filtered-one&state=open")).Order());
    }

    [Fact]
    public async Task ListReviews_Claims_AreShownAndFilteredBy()
    {
        var claimed = await Examples.ClaimedAsync(api);
        var mine = claimed with { Operation = "ListReviews", Body = null, Query = "?assignee=me&pageSize=200" };

        using var response = await api.SendAsync(mine);

        var row = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("value").EnumerateArray()
            .Single(row => row.GetProperty("caseId").GetString() == claimed.Id);
        Assert.Equal("bob", row.GetProperty("claim").GetProperty("holder").GetString());
        Assert.DoesNotContain(claimed.Id, await FollowAsync("?assignee=none&pageSize=200"));
        Assert.DoesNotContain(claimed.Id, await FollowAsync("?assignee=carol&pageSize=200"));
    }

    [Fact]
    public async Task ListReviews_DecidedReview_LeavesTheQueueAtOnceAndComesBackWithItsUndo()
    {
        var decided = await Examples.DecidedNowAsync(api);
        Assert.DoesNotContain(decided.Id, await FollowAsync("?pageSize=200"));

        await Examples.SentAsync(
            api, decided with { Operation = "UndoReview", Body = """{"note":"my mistake"}""", IdempotencyKey = "key-2" });

        Assert.Contains(decided.Id, await FollowAsync("?pageSize=200"));
    }

    [Fact]
    public async Task ListReviews_AnsweredQuestion_StandsAtItsNewDueTimeAndNowhereElse()
    {
        var asked = await Examples.SentAsync(api, await Examples.ChangeAsync(api, "RequestInformation", """{"question":"Which tool?"}"""));

        await Examples.SentAsync(
            api, new ApiRequest("AnswerInformation", api.Token("alice", Roles.Uploader), asked.Id, """{"answer":"None."}"""));

        Assert.Single(await FollowAsync("?pageSize=200"), asked.Id);
    }

    [Fact]
    public async Task SummarizeReviews_OneMore_IsCounted()
    {
        await api.QuarantineAsync(reason: "counted-one");

        using var response = await api.SendAsync(new ApiRequest("SummarizeReviews", api.Token("dan", Roles.Auditor)));

        var summary = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(1, summary.GetProperty("byReason").GetProperty("counted-one").GetInt32());
        Assert.True(summary.GetProperty("open").GetInt32() >= 1);
    }

    private async Task<IReadOnlyList<string>> FollowAsync(string? query)
    {
        var seen = new List<string>();
        while (query is not null)
        {
            using var response = await api.SendAsync(new ApiRequest("ListReviews", api.Token("bob", Roles.Moderator), Query: query));
            var page = await response.Content.ReadFromJsonAsync<JsonElement>();
            seen.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("caseId").GetString()!));
            query = page.TryGetProperty("nextLink", out var next) ? new Uri(api.Gate.App.Address, next.GetString()).Query : null;
        }

        return seen;
    }
}
