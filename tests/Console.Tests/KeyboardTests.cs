using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>A whole case with the keyboard only.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class KeyboardTests(ConsoleFixture console)
{
    [Fact]
    public async Task Keyboard_Alone_ClaimsAndDecides()
    {
        var quarantined = await console.UploadAsync(Videos.UndersizedOnScreen, "By keyboard alone");
        await using var alice = await console.OpenAsync(quarantined, "alice");

        await alice.PressAsync("c");
        await Assertions.Expect(alice.Actions.GetByText("You are working on this case")).ToBeVisibleAsync();
        await alice.PressAsync("j", "b", "p");
        await Assertions.Expect(alice.Video).ToHaveJSPropertyAsync("paused", false);
        await alice.PressAsync("r", "1", "Tab");
        await alice.Page.Keyboard.TypeAsync("crab under a rock");
        await Assertions.Expect(alice.Actions.GetByLabel("Note for colleagues")).ToHaveValueAsync("crab under a rock");
        await Assertions.Expect(alice.Actions.Locator(".statement-text")).ToBeVisibleAsync();
        await alice.PressAsync("Control+Enter");

        var rejected = await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Rejected);
        Assert.Equal("crab under a rock", rejected.Review!.Decision!.Note);
    }

    [Fact]
    public async Task Keyboard_InTheQueue_MovesAndOpens()
    {
        await console.ShownAsync();
        await using var alice = await console.SignInAsync("alice");
        await Assertions.Expect(alice.Page.Locator("tr[data-case-id]").First).ToBeVisibleAsync();

        await alice.PressAsync("j");
        await Assertions.Expect(alice.Page.Locator("tr[data-case-id]").First.Locator("a.open")).ToBeFocusedAsync();
        await alice.PressAsync("Enter");

        await Assertions.Expect(alice.Page.Locator(".case-head h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Help_AtAQuestionMark_ListsTheKeysAndGivesTheFocusBack()
    {
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");
        await alice.Page.Locator(".case-head .next").FocusAsync();

        await alice.PressAsync("?");
        await Assertions.Expect(alice.Page.GetByRole(AriaRole.Dialog).GetByText("Approve with a label")).ToBeVisibleAsync();
        await alice.PressAsync("Escape");

        await Assertions.Expect(alice.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(alice.Page.Locator(".case-head .next")).ToBeFocusedAsync();
    }
}
