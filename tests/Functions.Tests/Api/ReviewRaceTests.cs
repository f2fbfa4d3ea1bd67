using System.Net;
using VideoGate.Access;
using VideoGate.Cases;

namespace VideoGate.Tests.Api;

/// <summary>A thousand concurrent requests about one review, exactly one of which takes effect.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class ReviewRaceTests(ApiFixture api)
{
    private const int Rivals = 1000;

    // The number that one machine can send without running out of ports.
    private const int AtOnce = 100;

    [Fact]
    public async Task Decide_ThousandModerators_OneDecides()
    {
        var decision = await Examples.DecisionAsync(api);

        var statuses = await RaceAsync(rival => decision with
        {
            Token = api.Token($"moderator-{rival}", Roles.Moderator),
            Body = rival % 2 == 0 ? decision.Body : """{"verdict":"reject","reasonCode":"label-missing"}""",
        });

        Assert.Single(statuses, HttpStatusCode.OK);
        var decided = await CaseAsync(decision.Id);
        Assert.Equal([decided.Review!.Decision!.DecidedBy], await ActorsAsync(decided, "review-decided"));
    }

    [Fact]
    public async Task Claim_ThousandModerators_OneHoldsIt()
    {
        // Arrange
        var claim = await Examples.ClaimAsync(api);

        // Act
        var statuses = await RaceAsync(rival => claim with { Token = api.Token($"moderator-{rival}", Roles.Moderator) });

        // Assert
        Assert.Single(statuses, HttpStatusCode.OK);
        Assert.Equal(Rivals - 1, statuses.Count(status => status is HttpStatusCode.Conflict));
        var claimed = await CaseAsync(claim.Id);
        Assert.Equal([claimed.Review!.Claim!.Holder], await ActorsAsync(claimed, "review-claimed"));
    }

    [Fact]
    public async Task Confirm_ThousandSecondPersonsOfTwoMinds_OneCounts()
    {
        var held = await Examples.HeldAsync(api);

        var statuses = await RaceAsync(rival => held with
        {
            Operation = "ConfirmReview",
            Token = api.Token($"moderator-{rival}", Roles.Moderator),
            Body = rival % 2 == 0 ? """{"agree":true}""" : """{"agree":false,"note":"no"}""",
            IdempotencyKey = $"rival-{rival}",
        });

        Assert.Single(statuses, HttpStatusCode.OK);
        var confirmed = await CaseAsync(held.Id);
        Assert.Single([.. await ActorsAsync(confirmed, "review-decided"), .. await ActorsAsync(confirmed, "review-disagreed")]);
        Assert.Single(await ActorsAsync(confirmed, "review-decision-held"));
    }

    [Fact]
    public async Task Decide_OnePersonsRequestThousandTimes_IsHeldOnce()
    {
        // Arrange
        var stored = await api.QuarantineAsync(reason: "unsafe-content");
        var decision = await Examples.DecisionAsync(api) with { Id = stored.Case.CaseId, IfMatch = stored.ETag.ToString("H") };

        // Act
        var statuses = await RaceAsync(_ => decision);

        // Assert
        Assert.Equal([HttpStatusCode.OK], statuses.Distinct());
        Assert.Equal(["bob"], await ActorsAsync(await CaseAsync(decision.Id), "review-decision-held"));
    }

    private async Task<IReadOnlyList<HttpStatusCode>> RaceAsync(Func<int, ApiRequest> request)
    {
        var statuses = new HttpStatusCode[Rivals];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, Rivals), options, async (rival, _) =>
        {
            statuses[rival] = await api.InsistAsync(request(rival));
        });
        return statuses;
    }

    private async Task<ModerationCase> CaseAsync(string caseId) => (await api.Gate.Cases.RequireAsync(caseId)).Case;

    private async Task<IEnumerable<string>> ActorsAsync(ModerationCase reviewed, string type)
    {
        var log = await api.Gate.Audit.ReadAsync(reviewed.CaseId, reviewed.AuditHead);
        Assert.True(log.IsValid, log.Break?.Message);
        return log.Entries.Where(entry => entry.Type == type).Select(entry => entry.Actor);
    }
}
