using System.Net.Http.Json;
using System.Text.Json;
using VideoGate.Cases;

namespace VideoGate.Tests.Api;

[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class BulkDecisionTests(ApiFixture api)
{
    [Fact]
    public async Task BulkDecide_DryRun_ForeseesEachOutcomeAndChangesNothing()
    {
        // Arrange
        var cases = await CasesAsync();
        var request = Examples.BulkOf(api, cases);

        // Act
        var outcomes =
            await OutcomesAsync(
                request with { Body = request.Body!.Replace("\"dryRun\":false", "\"dryRun\":true", StringComparison.Ordinal) });

        // Assert
        Assert.Equal(["wouldDecide", "wouldHold", "refused own-upload", "refused changed"], outcomes);
        foreach (var stored in cases.Take(3))
        {
            Assert.Equal(stored.ETag, (await api.Gate.Cases.RequireAsync(stored.Case.CaseId)).ETag);
        }
    }

    [Fact]
    public async Task BulkDecide_DryRunOnABrokenCase_SaysThatItIsBroken()
    {
        var stored = await api.QuarantineAsync();
        stored = await api.Gate.Cases.UpdateAsync(stored.Case.CaseId, said => said with { ContentFingerprint = "forged" });
        var request = Examples.BulkOf(api, stored);

        var outcomes =
            await OutcomesAsync(
                request with { Body = request.Body!.Replace("\"dryRun\":false", "\"dryRun\":true", StringComparison.Ordinal) });

        Assert.Equal(["refused case-broken"], outcomes);
    }

    [Fact]
    public async Task BulkDecide_SentTwice_DecidesEachOnceAndAnswersAlike()
    {
        var cases = await CasesAsync();
        var request = Examples.BulkOf(api, cases);

        var first = await OutcomesAsync(request);
        var second = await OutcomesAsync(request);

        Assert.Equal(["decided", "held", "refused own-upload", "refused changed"], first);
        Assert.Equal(first, second);
        var decided = (await api.Gate.Cases.RequireAsync(cases[0].Case.CaseId)).Case;
        Assert.Single((await api.Gate.Audit.ReadAsync(decided.CaseId, decided.AuditHead)).Entries, entry => entry.Type == "review-decided");
    }

    [Theory]
    [InlineData("""{"verdict":"approve","reasonCode":"label-verified","items":[]}""", "#/items")]
    [InlineData("""{"verdict":"approve","reasonCode":"label-verified"}""", "#/items")]
    [InlineData("""{"verdict":"approve","reasonCode":"label-verified","items":[{"caseId":"a","etag":"*"}]}""", "#/items/0/etag")]
    [InlineData("""{"verdict":"approve","reasonCode":"label-verified","items":[{"caseId":"a","etag":"\"1\""},{"caseId":"a","etag":"\"1\""}]}""", "#/items/1/caseId")]
    public async Task BulkDecide_BadItems_ArePointedAt(string body, string field)
    {
        using var response = await api.SendAsync(Examples.BulkOf(api) with { Body = body });

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    /// <summary>One that can be decided, one that needs a second person, one of the moderator's own, one that has changed.</summary>
    private async Task<StoredCase[]> CasesAsync() =>
    [
        await api.QuarantineAsync(),
        await api.QuarantineAsync(reason: "unsafe-content"),
        await api.QuarantineAsync(uploader: "bob"),
        await api.QuarantineAsync() with { ETag = new("\"another\"") },
    ];

    private async Task<IReadOnlyList<string>> OutcomesAsync(ApiRequest request)
    {
        using var response = await api.SendAsync(request);
        var results = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("results").EnumerateArray();
        return
        [
            .. results.Select(result => result.TryGetProperty("problem", out var problem)
                ? $"{result.GetProperty("outcome").GetString()} {problem.GetProperty("type").GetString()!.Split('/')[^1]}"
                : result.GetProperty("outcome").GetString()!),
        ];
    }
}
