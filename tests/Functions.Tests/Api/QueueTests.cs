using System.Net.Http.Json;
using System.Text.Json;
using Serverless.Access;

namespace Serverless.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class QueueTests(ApiFixture api)
{
    [Fact]
    public async Task ListReviews_NextLinkFollowedToTheEnd_ShowsEveryReviewOnce()
    {
        var quarantined = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            quarantined.Add((await api.QuarantineAsync()).Case.CaseId);
        }

        var seen = new List<string>();
        for (var query = "?pageSize=2&state=open"; query is not null;)
        {
            using var response = await api.SendAsync(new ApiRequest("ListReviews", api.Token("bob", Roles.Moderator), Query: query));
            var page = await response.Content.ReadFromJsonAsync<JsonElement>();
            seen.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("caseId").GetString()!));
            query = page.TryGetProperty("nextLink", out var next) ? new Uri(api.Gate.App.Address, next.GetString()).Query : null;
        }

        Assert.Empty(quarantined.Except(seen));
        Assert.Equal(seen.Distinct(), seen);
    }
}
