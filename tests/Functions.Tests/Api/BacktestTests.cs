using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoGate.Access;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

/// <summary>A policy is tested on past cases before it decides new ones.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class BacktestTests(ApiFixture api)
{
    [Fact]
    public async Task Start_Candidate_ReportsWhatWouldDiffer()
    {
        var quarantined = await api.QuarantineAsync();
        var candidate = Candidate();

        var id = await api.BacktestAsync("cn-moderated", JsonSerializer.Serialize(new { policy = candidate }));
        var ended = await EndAsync(id);

        var result = ended.GetProperty("result");
        Assert.Equal(("completed", true), (ended.GetProperty("state").GetString(), ended.GetProperty("candidate").GetBoolean()));
        Assert.Contains(
            result.GetProperty("differences").EnumerateArray(),
            difference => difference.GetProperty("now").GetProperty("reason").GetString() == "seen-by-the-candidate");
        Assert.Equal(quarantined.ETag, (await api.Gate.Cases.RequireAsync(quarantined.Case.CaseId)).ETag);
    }

    [Fact]
    public async Task Start_CandidateWithErrors_PointsAtEachOfThem()
    {
        var candidate = Candidate();
        candidate["rules"]![1]!["when"] = JsonNode.Parse("""{ "origin": ["certain"] }""");
        candidate.Remove("title");

        using var response = await api.SendAsync(new ApiRequest(
            "StartBacktest", api.Token("sue", Roles.SeniorModerator), "cn-moderated",
                JsonSerializer.Serialize(new { policy = candidate, limit = 5 })));

        var pointers = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("pointer").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["#/policy", "#/policy/rules/1/when/origin/0"], pointers.Order());
    }

    [Fact]
    public async Task Start_CandidateOfAnotherName_IsRefused()
    {
        using var response = await api.SendAsync(new ApiRequest(
            "StartBacktest", api.Token("sue", Roles.SeniorModerator), "default", JsonSerializer.Serialize(new { policy = Candidate() })));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static JsonObject Candidate()
    {
        var policy = JsonNode.Parse(TestPolicies.Text("cn-moderated.json"))!.AsObject();
        policy["version"] = "9.9.9";
        policy["rules"]!.AsArray().Insert(0, JsonNode.Parse(
            """{ "id": "candidate", "when": { "origin": ["confirmed"], "explicitLabel": ["notChecked"] }, "then": "quarantine", "reason": "seen-by-the-candidate" }"""));
        policy["rules"]!.AsArray().Remove(policy["rules"]!.AsArray().Single(rule => (string)rule!["id"]! == "generated-label-not-checked"));
        return policy;
    }

    private async Task<JsonElement> EndAsync(string id)
    {
        JsonElement backtest = default;
        await Eventually.True(async () =>
        {
            using var response = await api.SendAsync(new ApiRequest("GetBacktest", api.Token("olga", Roles.Auditor), id));
            backtest = await response.Content.ReadFromJsonAsync<JsonElement>();
            return backtest.GetProperty("state").GetString() is "completed" or "failed";
        }, () => backtest.ToString());
        return backtest;
    }
}
