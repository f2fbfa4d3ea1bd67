using Microsoft.Playwright;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>The case says what is wrong, where, and what to do about it.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class WhyTests(ConsoleFixture console)
{
    [Fact]
    public async Task Why_OfALabelThatIsTooSmall_ShowsItsHeightItsPlaceAndARuler()
    {
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");
        var why = alice.Page.GetByRole(AriaRole.Region, new() { Name = "Why it is here" });

        await Assertions.Expect(why.Locator(".faults li").First).ToContainTextAsync("5 % needed, 0:00 –");
        await Assertions.Expect(why.Locator(".crop img")).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^blob:"));
        var (label, ruler) = (await HeightAsync(alice, ".crop-picture"), await HeightAsync(alice, ".crop .ruler"));
        Assert.InRange(ruler, 10, label);
        await alice.PressAsync("b");
        await alice.PictureAsync("why");
        Assert.Empty(await Axe.ViolationsAsync(alice));
    }

    [Fact]
    public async Task Proposal_FilledIn_IsAWholeDecisionThatWasNotSent()
    {
        // Arrange
        var quarantined = await console.UploadAsync(Videos.UndersizedOnScreen, "Proposed, not sent");
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await Assertions.Expect(alice.Page.Locator(".proposal")).ToContainTextAsync("Approve with label");

        // Act
        await alice.PressAsync("y");

        // Assert
        await Assertions.Expect(alice.Actions.GetByLabel("Visible label")).ToHaveValueAsync("start");
        await Assertions.Expect(alice.Actions.Locator(".statement-text")).ToBeVisibleAsync();
        await Assertions.Expect(alice.Actions.Locator("button[type=submit]")).ToBeEnabledAsync();
        Assert.Null((await console.Gate.Cases.RequireAsync(quarantined.CaseId)).Case.Review!.Decision);
        await alice.PictureAsync("proposal");
    }

    [Fact]
    public async Task Proposal_AboutUnsafeContent_IsToRejectIt()
    {
        await using var alice = await console.OpenAsync(await console.UploadAsync(Videos.Violent, "Unsafe, and proposed so"), "alice");

        await Assertions.Expect(alice.Page.Locator(".proposal")).ToContainTextAsync("The content breaks the safety rules");
        await Assertions.Expect(alice.Page.Locator(".faults button").First).ToBeVisibleAsync();
    }

    private static Task<double> HeightAsync(Moderator moderator, string selector) =>
        moderator.Page.EvaluateAsync<double>($"document.querySelector('{selector}').getBoundingClientRect().height");
}
