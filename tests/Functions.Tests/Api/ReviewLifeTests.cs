using System.Net;
using System.Text.Json;
using VideoGate.Access;
using VideoGate.Cases;

namespace VideoGate.Tests.Api;

/// <summary>Actions of moderators and uploaders during a review.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class ReviewLifeTests(ApiFixture api)
{
    [Fact]
    public async Task Claim_Anothers_SaysWhoAndUntilWhen()
    {
        var claim = await Examples.ClaimedAsync(api);

        var (status, problem) = await SendAsync(claim with { Token = api.Token("carol", Roles.Moderator) });

        var standing = (await CaseAsync(claim.Id)).Review!.Claim!;
        Assert.Equal((HttpStatusCode.Conflict, "bob"), (status, problem.GetProperty("holder").GetString()));
        Assert.Equal(standing.ExpiresAt, problem.GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Decide_WhileAnotherHoldsTheClaim_IsRefusedUntilASeniorTakesOver()
    {
        var claim = await Examples.ClaimedAsync(api);
        var senior = api.Token("sue", Roles.SeniorModerator);
        var decision = await Examples.DecisionAsync(api) with { Id = claim.Id, Token = senior, IfMatch = await ETagAsync(claim.Id) };
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(decision)).Status);

        var taken = await Examples.SentAsync(api, claim with { Token = senior, Body = """{"takeOver":true}""" });

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(decision with { IfMatch = taken.IfMatch })).Status);
        Assert.Equal(
            ["review-claimed", "review-taken-over", "review-decided"],
            (await api.Gate.Audit.ReadAsync(claim.Id, null)).Entries.Select(entry => entry.Type)
                .Where(type => type.StartsWith("review-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task HandOver_Named_TheyHoldItAndTheGiverDoesNot()
    {
        var claim = await Examples.ClaimedAsync(api);

        await Examples.SentAsync(api, claim with { Operation = "HandOverReview", Body = """{"to":"carol"}""" });

        Assert.Equal("carol", (await CaseAsync(claim.Id)).Review!.Claim!.Holder);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(claim)).Status);
    }

    [Fact]
    public async Task GetReview_Unchanged_Is304AndChangedIsNot()
    {
        var claim = await Examples.ClaimAsync(api);
        var reading = claim with { Operation = "GetReview", Body = null, IfNoneMatch = await ETagAsync(claim.Id) };
        Assert.Equal(HttpStatusCode.NotModified, (await SendAsync(reading)).Status);

        await Examples.SentAsync(api, claim);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(reading)).Status);
    }

    [Fact]
    public async Task FourEyes_FirstDecision_IsHeldAndVisibleAndMovesNothing()
    {
        // Arrange
        var held = await Examples.HeldAsync(api);

        // Act
        var (_, review) = await SendAsync(held with { Operation = "GetReview", Body = null });

        // Assert
        Assert.Equal("bob", review.GetProperty("fourEyes").GetProperty("heldBy").GetString());
        Assert.Equal("awaitingConfirmation", review.GetProperty("case").GetProperty("review").GetProperty("state").GetString());
        Assert.Equal((CaseState.Quarantined, null), ((await CaseAsync(held.Id)).State, (await CaseAsync(held.Id)).Review!.Decision));
    }

    [Theory]
    [InlineData("bob", Roles.Moderator)]
    [InlineData("bob", Roles.SeniorModerator)]
    [InlineData("alice", Roles.Moderator)]
    public async Task Confirm_ByTheFirstPersonOrTheUploader_IsForbidden(string subject, string role)
    {
        var held = await Examples.HeldAsync(api);

        var (status, _) = await SendAsync(held with
        {
            Operation = "ConfirmReview",
            Token = api.Token(subject, role),
            Body = """{"agree":true}""",
            IdempotencyKey = "key-2",
        });

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task GetCase_Uploader_LearnsNobodysNameWhateverHappened()
    {
        var asked = await Examples.SentAsync(api, await Examples.ChangeAsync(api, "RequestInformation", """{"question":"Which tool?"}"""));
        var mine = new ApiRequest("GetCase", api.Token("alice", Roles.Uploader), asked.Id);
        var (_, shown) = await SendAsync(mine);
        Assert.Equal("Which tool?", shown.GetProperty("review").GetProperty("information").GetProperty("question").GetString());
        Assert.DoesNotContain("bob", shown.GetRawText(), StringComparison.Ordinal);

        var claimed = await Examples.SentAsync(api, asked with { Operation = "ClaimReview", Body = "{}" });
        var decided = await Examples.SentAsync(api, (await Examples.DecisionAsync(api)) with { Id = asked.Id, IfMatch = claimed.IfMatch });
        await Examples.SentAsync(api, decided with { Operation = "UndoReview", Body = """{"note":"secret"}""", IdempotencyKey = "key-3" });

        var (_, later) = await SendAsync(mine);
        Assert.Equal("undone", later.GetProperty("review").GetProperty("past")[0].GetProperty("ending").GetString());
        Assert.DoesNotContain("bob", later.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", later.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appeal_DecidedByTheSamePerson_IsForbiddenAndByAnotherNot()
    {
        var appeal = await Examples.SentAsync(api, await Examples.AppealableAsync(api));
        var decision =
            await Examples.DecisionAsync(api) with { Id = appeal.Id, IdempotencyKey = "key-9", IfMatch = await ReturnedAsync(appeal.Id) };

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(decision)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(decision with { Token = api.Token("carol", Roles.Moderator) })).Status);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(ApiRequest request)
    {
        using var response = await api.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text is "" ? default : JsonDocument.Parse(text).RootElement.Clone());
    }

    /// <summary>The ETag after the new round's orchestration has moved the video.</summary>
    private async Task<string> ReturnedAsync(string caseId)
    {
        await api.Gate.UntilAsync(caseId, reopened => reopened.Review is { AwaitsReturn: false });
        return await ETagAsync(caseId);
    }

    private async Task<string> ETagAsync(string caseId) => (await api.Gate.Cases.RequireAsync(caseId)).ETag.ToString("H");

    private async Task<ModerationCase> CaseAsync(string caseId) => (await api.Gate.Cases.RequireAsync(caseId)).Case;
}
