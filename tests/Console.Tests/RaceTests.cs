using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Two moderators in two browsers.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class RaceTests(ConsoleFixture console)
{
    [Fact]
    public async Task Race_BothDecide_OneWinsAndTheOtherKeepsTheNote()
    {
        var quarantined = await console.UploadAsync(Videos.Labelled, "Wanted by two");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await using var bob = await console.OpenAsync(quarantined, "bob");

        // Bob's page gets no update until he submits his decision.
        await bob.Page.RouteAsync("**/api/reviews/**", route => route.Request.Method == "GET" ? route.AbortAsync() : route.ContinueAsync());
        await alice.DecideAsync("Reject", "Alice was first.");
        await Assertions.Expect(alice.Page.Locator(".case-head").GetByText("Rejected")).ToBeVisibleAsync();
        await bob.DecideAsync("Approve", "Bob typed a long note.");

        await Assertions.Expect(bob.Actions.GetByRole(AriaRole.Alert)).ToContainTextAsync("alice decided first");
        await Assertions.Expect(bob.Actions.GetByLabel("Note for colleagues")).ToHaveValueAsync("Bob typed a long note.");
        await bob.PictureAsync("race-lost");
        var decided = await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Rejected);
        Assert.Equal("alice", decided.Review!.Decision!.DecidedBy);
    }

    [Fact]
    public async Task Claim_OfAnother_AppearsWithinSecondsAndKeepsOthersOut()
    {
        // Arrange
        var quarantined = await console.UploadAsync(Videos.Labelled, "Claimed by another");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await using var bob = await console.OpenAsync(quarantined, "bob");

        // Act
        await alice.PressAsync("c");

        // Assert
        await Assertions.Expect(bob.Actions.GetByText("alice is working on this case")).ToBeVisibleAsync();
        await bob.DecideAsync("Approve", "I want it too.");
        await Assertions.Expect(bob.Actions.GetByRole(AriaRole.Alert)).ToContainTextAsync("alice is working on this case");
        await Assertions.Expect(bob.Actions.GetByLabel("Note for colleagues")).ToHaveValueAsync("I want it too.");
    }

    [Fact]
    public async Task Claim_TakenOverBySenior_IsToldToTheFirst()
    {
        var quarantined = await console.UploadAsync(Videos.Labelled, "Taken over");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await using var sam = await console.OpenAsync(quarantined, "sam", "SeniorModerator");

        await alice.PressAsync("c");
        await sam.ClickAsync("Take over");

        await Assertions.Expect(sam.Actions.GetByText("You are working on this case")).ToBeVisibleAsync();
        await Assertions.Expect(alice.Actions.GetByText("sam is working on this case")).ToBeVisibleAsync();
    }
}
