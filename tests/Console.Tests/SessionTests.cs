using Microsoft.Playwright;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Sign-in, and the end of a session.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class SessionTests(ConsoleFixture console)
{
    [Fact]
    public async Task Session_ThatEnds_LeadsBackWithTheNote()
    {
        var shown = await console.ShownAsync();
        await using var alice = await console.OpenAsync(shown, "alice");
        await alice.PressAsync("r");
        await alice.Actions.GetByLabel("Note for colleagues").FillAsync("Half a thou");

        await alice.Page.EvaluateAsync("""
            sessionStorage.setItem('console.tokens', JSON.stringify({ access: 'spoilt', refresh: 'spoilt', expiresAt: Date.now() + 1e9 }))
            """);
        await alice.Page.ReloadAsync();
        await Assertions.Expect(alice.Page.GetByText("Your session has ended")).ToBeVisibleAsync();
        await alice.SignInAsync("alice", "Moderator");

        await Assertions.Expect(alice.Page.Locator(".case-head h1")).ToHaveTextAsync(shown.Submission.Title!);
        await Assertions.Expect(alice.Actions.GetByLabel("Note for colleagues")).ToHaveValueAsync("Half a thou");
    }

    [Fact]
    public async Task Session_BeforeItsTokenExpires_IsRenewed()
    {
        await using var alice = await console.SignInAsync("alice");
        var renewed = alice.Page.WaitForResponseAsync(response => response.Url.EndsWith("/local/identity/token", StringComparison.Ordinal));
        await alice.Page.EvaluateAsync("""
            const tokens = JSON.parse(sessionStorage.getItem('console.tokens'));
            sessionStorage.setItem('console.tokens', JSON.stringify({ ...tokens, expiresAt: Date.now() }));
            """);
        await alice.Page.ReloadAsync();

        Assert.Equal(200, (await renewed).Status);
        await Assertions.Expect(alice.Page.Locator("header.top nav")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignIn_WithAStateThatIsNotOurs_IsRefused()
    {
        // Arrange
        await using var mallory = await console.OpenAsync(new());

        // Act
        await mallory.Page.GotoAsync(new Uri(console.Gate.App.Address, "/console/?code=stolen&state=made-up").ToString());

        // Assert
        await Assertions.Expect(mallory.Page.GetByText("Sign-in failed")).ToBeVisibleAsync();
        Assert.DoesNotContain("stolen", mallory.Page.Url, StringComparison.Ordinal);
    }
}
