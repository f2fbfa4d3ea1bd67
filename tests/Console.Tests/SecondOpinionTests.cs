using System.Net;
using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Decisions that are not final: four eyes, undo, appeal.</summary>
[Collection<WaitingTests>]
[Trait("Needs", "browser")]
public sealed class SecondOpinionTests(ConsoleFixture console)
{
    [Fact]
    public async Task FourEyes_UnsafeVideo_IsHeldUntilAnotherPersonConfirms()
    {
        var quarantined = await console.UploadAsync(Videos.Violent, "Two people needed");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await using var bob = await console.OpenAsync(quarantined, "bob");

        await alice.DecideAsync("Reject", "Violence at the end.");
        await Assertions.Expect(alice.Actions.GetByText("someone else must confirm it")).ToBeVisibleAsync();
        Assert.Equal(0, await alice.Actions.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).CountAsync());
        await Assertions.Expect(bob.Actions.GetByText("Violence at the end.")).ToBeVisibleAsync();
        await bob.PictureAsync("four-eyes");
        await bob.ClickAsync("Confirm");

        await Assertions.Expect(bob.Page.Locator(".case-head").GetByText("Rejected")).ToBeVisibleAsync();
        var decided = (await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Rejected)).Review!.Decision!;
        Assert.Equal(("alice", "bob"), (decided.DecidedBy, decided.ConfirmedBy));
        Assert.Empty(bob.Complaints);
    }

    [Fact]
    public async Task FourEyes_Disagreement_OpensTheCaseAgain()
    {
        var quarantined = await console.UploadAsync(Videos.Violent, "Two people disagree");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await using var bob = await console.OpenAsync(quarantined, "bob");

        await alice.DecideAsync("Approve", "A test card, I think.");
        await bob.ClickAsync("Disagree");
        await bob.AnswerAsync("Look again.", "Disagree");

        await Assertions.Expect(bob.Actions.GetByRole(AriaRole.Radio)).Not.ToHaveCountAsync(0);
        Assert.Null((await console.Gate.Cases.RequireAsync(quarantined.CaseId)).Case.Review!.Decision);
    }

    [Fact]
    public async Task Undo_WithinTheWindow_OpensAnotherRound()
    {
        var quarantined = await console.UploadAsync(Videos.Labelled, "Rejected by mistake");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await alice.DecideAsync("Reject", "Wrong tab.");

        await alice.ClickAsync("Undo");
        await alice.AnswerAsync("That was the wrong video.", "Undo");

        await Assertions.Expect(alice.Page.Locator(".case-head").GetByText("Round 2")).ToBeVisibleAsync();
        await Assertions.Expect(alice.Actions.GetByText("Earlier decisions: 1")).ToBeVisibleAsync();
        await console.Gate.UntilAsync(
            quarantined.CaseId, found => found is { State: CaseState.Quarantined, Location.Container: "quarantine" });
    }

    [Fact]
    public async Task Appeal_ByTheUploader_IsShownAndDecidedByAnother()
    {
        var quarantined = await console.UploadAsync(Videos.Labelled, "Rejected and appealed");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await alice.DecideAsync("Reject", "No label.");
        await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Rejected);
        Assert.Equal(HttpStatusCode.Created, await AppealAsync(quarantined.CaseId, "The label is at the end <b>credits</b>."));

        await using var bob = await console.OpenAsync(quarantined, "bob");
        await Assertions.Expect(
            bob.Actions.GetByText("The label is at the end <b>credits</b>.", new() { Exact = true })).ToBeVisibleAsync();
        await bob.PictureAsync("appeal");
        await Assertions.Expect(alice.Page.Locator(".case-head").GetByText("Appeal", new() { Exact = true })).ToBeVisibleAsync();
        await alice.DecideAsync("Reject", "Still no.");
        await Assertions.Expect(alice.Actions.GetByRole(AriaRole.Alert)).ToContainTextAsync("someone else must decide");
        await bob.DecideAsync("Approve", "The uploader is right.");

        await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Published);
    }

    [Fact]
    public async Task Information_AskedOfTheUploader_ComesBackToTheCase()
    {
        var quarantined = await console.UploadAsync(Videos.Labelled, "Which tool was it?");
        await using var alice = await console.OpenAsync(quarantined, "alice");

        await alice.PressAsync("i");
        await alice.AnswerAsync("Which tool did you use?", "Send");
        await Assertions.Expect(alice.Actions.GetByText("No answer yet.")).ToBeVisibleAsync();
        using var answered =
            await console.AsUploaderAsync($"/api/cases/{quarantined.CaseId}/information", new { answer = "Kling, and a pencil." });
        Assert.True(answered.IsSuccessStatusCode, await answered.Content.ReadAsStringAsync());

        await Assertions.Expect(alice.Actions.GetByText("Kling, and a pencil.")).ToBeVisibleAsync();
    }

    // While a decision can be undone, it cannot be appealed.
    private async Task<HttpStatusCode> AppealAsync(string caseId, string text)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var appealed = await console.AsUploaderAsync($"/api/cases/{caseId}/appeals", new { text });
            if (appealed.StatusCode is not HttpStatusCode.Conflict || attempt == 60)
            {
                return appealed.StatusCode;
            }

            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }
}
