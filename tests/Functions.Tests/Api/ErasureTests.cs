using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.EndToEnd.Maintenance;

namespace VideoGate.Tests.Api;

/// <summary>An erasure from the order to the report, through the running app.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class ErasureTests(ApiFixture api)
{
    [Fact]
    public async Task Order_ConfirmedByAnotherSenior_IsCarriedOutByTheReconciliation()
    {
        // Arrange
        var uploader = $"leaving-{Guid.NewGuid():N}";
        var published = await PublishedAsync(uploader);
        var reference = await ReferenceAsync(published.CaseId);

        // Act
        using var blocked = await OrderAsync(reference);
        await api.Gate.Storage.Blob(published.Location!).DeleteAsync();
        using var ordered = await OrderAsync(reference);
        using var repeated = await OrderAsync(reference);
        var order = await JsonAsync(ordered);
        var erasureId = order.GetProperty("erasureId").GetString()!;
        using var confirmed = await api.SendAsync(
            new("ConfirmErasure", api.Token("sam", Roles.SeniorModerator), erasureId, """{"agree":true}"""));
        await api.Gate.ReconcileAsync();
        var report = await ReportAsync(erasureId);
        using var again = await OrderAsync(reference);

        // Assert
        Assert.Equal(HttpStatusCode.Conflict, blocked.StatusCode);
        Assert.Equal(published.CaseId, (await JsonAsync(blocked)).GetProperty("publishedVideos")[0].GetString());
        Assert.Equal(HttpStatusCode.Accepted, ordered.StatusCode);
        Assert.Equal($"/api/erasures/{erasureId}", ordered.Headers.Location?.ToString());
        Assert.Equal(erasureId, (await JsonAsync(repeated)).GetProperty("erasureId").GetString());
        Assert.Equal("confirmed", (await JsonAsync(confirmed)).GetProperty("state").GetString());
        Assert.Equal(("completed", 1), (Text(report, "state"), report.GetProperty("pseudonymised").GetProperty("cases").GetInt32()));
        Assert.True(report.GetProperty("kept").GetArrayLength() > 0);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        await AssertErasedAsync(published.CaseId, uploader);
    }

    private async Task AssertErasedAsync(string caseId, string uploader)
    {
        using var mine = await api.SendAsync(new("GetCase", api.Token(uploader, Roles.Uploader), caseId));
        using var staff = await api.SendAsync(new("GetCase", api.Token("bob", Roles.Moderator), caseId));
        using var log = await api.SendAsync(new("GetCaseAudit", api.Token("bob", Roles.Moderator), caseId));
        var audit = await JsonAsync(log);
        Assert.Equal(HttpStatusCode.NotFound, mine.StatusCode);
        Assert.True((await JsonAsync(staff)).TryGetProperty("erasedAt", out _));
        Assert.True(audit.GetProperty("chain").GetProperty("valid").GetBoolean());
        Assert.Empty(audit.GetProperty("texts").EnumerateObject());
        Assert.DoesNotContain(uploader, await staff.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<ModerationCase> PublishedAsync(string uploader)
    {
        var metadata = new Dictionary<string, string> { ["uploader"] = uploader };
        var caseId = await api.Gate.UploadAsync($"{uploader}.mp4", Videos.Clean, metadata);
        var published = await api.Gate.UntilAsync(caseId, known => known.ClosedAt is not null);
        Assert.Equal(Containers.Published, published.Location!.Container);
        return published;
    }

    private async Task<string> ReferenceAsync(string caseId)
    {
        using var seen = await api.SendAsync(new("GetCase", api.Token("bob", Roles.Moderator), caseId));
        return Text(await JsonAsync(seen), "uploaderRef");
    }

    /// <summary>Waits until the case's orchestration has ended too, without which nothing is erased.</summary>
    private async Task<JsonElement> ReportAsync(string erasureId)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var read = await api.SendAsync(new("GetErasure", api.Token("olga", Roles.Auditor), erasureId));
            var report = await JsonAsync(read);
            if (Text(report, "state") is "completed" || attempt == 5)
            {
                return report;
            }

            await api.Gate.ReconcileAsync();
        }
    }

    private Task<HttpResponseMessage> OrderAsync(string reference) =>
        api.SendAsync(new("OrderErasure", api.Token("sue", Roles.SeniorModerator), reference));

    private static Task<JsonElement> JsonAsync(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
