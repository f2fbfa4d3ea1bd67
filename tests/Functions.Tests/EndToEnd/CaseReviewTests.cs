using System.Net;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.EndToEnd;

/// <summary>A quarantined video through review by moderators, in the running app.</summary>
[Trait("Needs", "services")]
public sealed class CaseReviewTests(GateFixture fixture) : IClassFixture<GateFixture>
{
    private const string Approval = """{"verdict":"approve","reasonCode":"notice-added"}""";
    private const string Rejection = """{"verdict":"reject","reasonCode":"label-missing"}""";

    private readonly RunningGate _gate = fixture.Gate;

    [Fact]
    public async Task Decide_ThenUndoThenDecideOtherwise_VideoFollowsEachTime()
    {
        var caseId = await QuarantineAsync("undone.mp4");
        var published = await DecideAsync(caseId, Approval, CaseState.Published);
        Assert.Equal([Containers.Published], await PlacesAsync("undone.mp4"));

        await PostAsync("bob", Roles.Moderator, $"reviews/{caseId}/undo", """{"note":"The wrong window."}""", caseId);
        var back = await _gate.UntilAsync(caseId, reopened => reopened.Review is { Round: 2, AwaitsReturn: false });
        Assert.Equal((CaseState.Quarantined, null), (back.State, back.ClosedAt));
        Assert.Equal([Containers.Quarantine], await PlacesAsync("undone.mp4"));

        var rejected = await DecideAsync(caseId, Rejection, CaseState.Rejected);
        Assert.Equal([Containers.Rejected], await PlacesAsync("undone.mp4"));
        Assert.Equal(published.Review!.Decision, Assert.Single(rejected.Review!.Past).Decision);
        var log = await _gate.Audit.ReadAsync(caseId, rejected.AuditHead);
        Assert.True(log.IsValid, log.Break?.Message);
        Assert.Equal(
            ["quarantined", "review-decided", "published", "review-undone", "returned-to-quarantine", "review-decided", "rejected"],
            log.Entries.Select(entry => entry.Type).SkipWhile(type => type != "quarantined"));
    }

    [Fact]
    public async Task Undo_AppKilledInBetween_VideoReturnsAllTheSame()
    {
        var caseId = await QuarantineAsync("killed.mp4");
        await DecideAsync(caseId, Approval, CaseState.Published);

        await PostAsync("bob", Roles.Moderator, $"reviews/{caseId}/undo", """{"note":"The wrong window."}""", caseId);
        await _gate.App.KillAsync();
        await _gate.App.StartAsync();

        await _gate.UntilAsync(caseId, reopened => reopened.Review is { Round: 2, AwaitsReturn: false });
        Assert.Equal([Containers.Quarantine], await PlacesAsync("killed.mp4"));
    }

    [Fact]
    public async Task Appeal_AgainstARejection_IsOverturnedBySomebodyElse()
    {
        var caseId = await QuarantineAsync("appealed.mp4", "alice");
        await DecideAsync(caseId, Rejection, CaseState.Rejected);
        await new Recorded(_gate.Cases, _gate.Audit).UpdateAsync(caseId, rejected => rejected with
        {
            Review = rejected.Review! with { Decision = rejected.Review.Decision! with { UndoUntil = null } },
        });

        await PostAsync("alice", Roles.Uploader, $"cases/{caseId}/appeals", """{"text":"The label is there."}""");
        await _gate.UntilAsync(caseId, reopened => reopened.Review is { Round: 2, AwaitsReturn: false });
        Assert.Equal([Containers.Quarantine], await PlacesAsync("appealed.mp4"));

        var overturned = await DecideAsync(caseId, Approval, CaseState.Published, by: "carol");
        Assert.Equal([Containers.Published], await PlacesAsync("appealed.mp4"));
        Assert.Equal(RoundEnding.Appealed, Assert.Single(overturned.Review!.Past).Ending);
    }

    private async Task<string> QuarantineAsync(string name, string? uploader = null)
    {
        var caseId = await _gate.UploadAsync(name, Videos.Labelled);
        await _gate.UntilAsync(caseId, moderated => moderated.State is CaseState.Quarantined);
        if (uploader is not null)
        {
            await new Recorded(_gate.Cases, _gate.Audit).UpdateAsync(
                caseId, moderated => moderated with { Submission = moderated.Submission with { Uploader = uploader } });
        }

        return caseId;
    }

    private async Task<ModerationCase> DecideAsync(string caseId, string decision, CaseState expected, string by = "bob")
    {
        await PostAsync(by, Roles.Moderator, $"reviews/{caseId}/decisions", decision, caseId);
        return await _gate.UntilAsync(caseId, decided => decided.State == expected && decided.ClosedAt is not null);
    }

    /// <param name="seen">The version of the case that the request depends on.</param>
    private async Task PostAsync(string subject, string role, string path, string body, string? seen = null)
    {
        using var http = await _gate.App.SignInAsync(subject, role);
        for (var attempt = 1; ; attempt++)
        {
            using var request =
                new HttpRequestMessage(HttpMethod.Post, $"/api/{path}") { Content = new StringContent(body, null, "application/json") };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            if (seen is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", (await _gate.Cases.RequireAsync(seen)).ETag.ToString("H"));
            }

            using var response = await http.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            // The orchestration may have updated the case in the meantime.
            Assert.True(response.StatusCode is HttpStatusCode.PreconditionFailed && attempt < 10,
                await response.Content.ReadAsStringAsync());
        }
    }

    private async Task<IReadOnlyList<string>> PlacesAsync(string name)
    {
        List<string> places = [];
        foreach (var container in new[] { Containers.Quarantine, Containers.Published, Containers.Rejected })
        {
            if (await _gate.Storage.Blob(new(container, name)).ExistsAsync())
            {
                places.Add(container);
            }
        }

        return places;
    }
}
