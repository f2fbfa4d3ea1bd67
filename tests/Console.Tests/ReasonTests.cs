using Microsoft.Playwright;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Every reason on record was given by a person, and denies nothing that was found.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class ReasonTests(ConsoleFixture console)
{
    [Theory]
    [InlineData("a")]
    [InlineData("l")]
    [InlineData("r")]
    public async Task Reason_AfterAVerdict_IsNotChosenUntilSomebodyDoes(string verdict)
    {
        // Arrange
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");

        // Act
        await alice.PressAsync(verdict);

        // Assert
        await Assertions.Expect(alice.Actions.Locator(".reason-choice").First).ToBeVisibleAsync();
        await Assertions.Expect(alice.Actions.Locator(".reason-choice :checked")).ToHaveCountAsync(0);
        await Assertions.Expect(alice.Actions.Locator("button[type=submit]")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Reasons_OfAVideoWithoutItsLabel_DoNotSayThatItHasIt()
    {
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");

        await alice.PressAsync("a");

        await Assertions.Expect(alice.Actions.GetByText("The platform displays the notice itself")).ToBeVisibleAsync();
        await Assertions.Expect(alice.Actions.GetByText("The video carries the required labels")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Decision_BeforeItIsSent_ShowsItsStatement()
    {
        // Arrange
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");
        var arrives = new TaskCompletionSource();
        await alice.Page.RouteAsync("**/decision-previews", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });

        // Act
        await alice.PressAsync("r", "1");
        await Assertions.Expect(alice.Actions.Locator(".reason-choice :checked")).ToHaveCountAsync(1);
        await Assertions.Expect(alice.Actions.Locator("button[type=submit]")).ToBeDisabledAsync();
        arrives.SetResult();

        // Assert
        await Assertions.Expect(alice.Actions.Locator(".statement-text")).ToContainTextAsync("The video is not published.");
        await Assertions.Expect(alice.Actions.Locator("button[type=submit]")).ToBeEnabledAsync();
        await alice.PictureAsync("statement-before-decision");
        Assert.Empty(await Axe.ViolationsAsync(alice));
    }

    [Fact]
    public async Task Decision_WhoseStatementCannotBeLoaded_IsNotSentAndCanBeTriedAgain()
    {
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");
        await alice.Page.RouteAsync("**/decision-previews", route => route.AbortAsync());

        await alice.PressAsync("r", "1");
        await Assertions.Expect(alice.Actions.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        await Assertions.Expect(alice.Actions.Locator("button[type=submit]")).ToBeDisabledAsync();
        await alice.Page.UnrouteAllAsync();
        await alice.ClickAsync("Try again");

        await Assertions.Expect(alice.Actions.Locator(".statement-text")).ToBeVisibleAsync();
    }
}
