using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>One moderator and one case.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class CaseTests(ConsoleFixture console)
{
    [Fact]
    public async Task Case_ClaimedWatchedAndApproved_IsPublished()
    {
        var quarantined = await console.UploadAsync(Videos.UndersizedOnScreen, "A fox in the snow, made by Kling");
        await using var alice = await console.OpenAsync(quarantined, "alice");

        await alice.ClickAsync("Claim");
        await Assertions.Expect(alice.Actions.GetByText("You are working on this case")).ToBeVisibleAsync();
        await alice.PictureAsync("case-claimed", fullPage: true);
        await alice.PressAsync("Space");
        await Assertions.Expect(alice.Video).ToHaveJSPropertyAsync("paused", false);
        await alice.DecideAsync("Approve", "The platform shows a notice.");

        await Assertions.Expect(alice.Page.Locator(".case-head").GetByText("Published")).ToBeVisibleAsync();
        var published = await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Published);
        Assert.Equal("alice", published.Review!.Decision!.DecidedBy);
        Assert.Equal("The platform shows a notice.", published.Review.Decision.Note);
        await Assertions.Expect(alice.History.GetByText("Chain intact")).ToBeVisibleAsync();
        Assert.Empty(alice.Complaints);
    }

    [Fact]
    public async Task Case_JumpToAFinding_LeadsToItsMoment()
    {
        var quarantined = await console.UploadAsync(Videos.Violent, "A magenta evening");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await Assertions.Expect(alice.Page.Locator(".moment.bad").First).ToBeVisibleAsync();

        await alice.PressAsync("j");

        await Assertions.Expect(alice.Page.Locator(".moment[data-current]")).ToHaveCountAsync(1);
        await alice.UntilAsync("document.querySelector('video').currentTime >= 1.9");
        Assert.Empty(alice.Complaints);
    }

    [Fact]
    public async Task Case_JumpBeforeTheVideoArrives_KeepsTheFindingAndTheFocus()
    {
        var quarantined = await console.UploadAsync(Videos.Violent, "A magenta evening, slowly loaded");
        await using var alice = await console.SignInAsync("alice");
        var arrives = new TaskCompletionSource();
        await alice.Page.RouteAsync(url => url.Contains("sig=", StringComparison.Ordinal), async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await alice.OpenCaseAsync(quarantined.CaseId);
        await Assertions.Expect(alice.Page.Locator(".moment.bad").First).ToBeVisibleAsync();

        await alice.PressAsync("k");
        arrives.SetResult();

        await alice.UntilAsync("document.querySelector('video').duration > 0");
        await Assertions.Expect(alice.Page.Locator(".moment[data-current]")).ToHaveCountAsync(1);
        await Assertions.Expect(alice.Page.Locator(".moment").Last).ToBeFocusedAsync();
        await alice.UntilAsync("document.querySelector('video').currentTime >= 1.9");
    }

    [Fact]
    public async Task Case_Rejected_IsTakenOutOfSight()
    {
        // Arrange
        var quarantined = await console.UploadAsync(Videos.Labelled, "To be rejected");
        await using var alice = await console.OpenAsync(quarantined, "alice");

        // Act
        await alice.DecideAsync("Reject", "No label anywhere.");

        // Assert
        await Assertions.Expect(alice.Page.Locator(".case-head").GetByText("Rejected")).ToBeVisibleAsync();
        await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Rejected);
    }

    [Fact]
    public async Task Case_Escalated_SaysSo()
    {
        var quarantined = await console.UploadAsync(Videos.Labelled, "To be escalated");
        await using var alice = await console.OpenAsync(quarantined, "alice");

        await alice.PressAsync("e");
        await alice.AnswerAsync("Not sure about the signer.", "Escalate");

        await Assertions.Expect(alice.Page.Locator(".case-head").GetByText("Escalated")).ToBeVisibleAsync();
        await console.Gate.UntilAsync(quarantined.CaseId, found => found.Review!.State is ReviewState.Escalated);
    }

    [Fact]
    public async Task Case_OfAnAuditor_CanBeReadAndNotDecided()
    {
        await using var auditor = await console.OpenAsync(await console.ShownAsync(), "audra", "Auditor");

        await Assertions.Expect(auditor.Actions.GetByText("Your role can view cases but not decide them.")).ToBeVisibleAsync();
        await Assertions.Expect(auditor.Actions.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Case_OfTheSameContentUploadedAgain_IsRelated()
    {
        var first = await console.UploadAsync(Videos.LabelledOnScreen, "First", "first.mp4");
        var second = await console.UploadAsync(Videos.LabelledOnScreen, "Second", "second.mp4");
        await using var alice = await console.OpenAsync(second, "alice");

        var related = alice.Page.GetByRole(AriaRole.Region, new() { Name = "Related cases" });
        await Assertions.Expect(related.Locator($"ul").First.Locator($"a[href$='{first.CaseId}']")).ToBeVisibleAsync();
    }
}
