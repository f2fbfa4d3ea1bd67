using Microsoft.Playwright;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Pictures are spared as the browser computes them, wherever they are, until somebody shows them for one case.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class WellnessTests(ConsoleFixture console)
{
    private const string Blurred = "[...document.querySelectorAll('video, img')].every(picture => getComputedStyle(picture).filter.startsWith('blur('))";

    private const string Clear = "[...document.querySelectorAll('video, img')].every(picture => !getComputedStyle(picture).filter.includes('blur'))";

    private const string Grey =
        "[...document.querySelectorAll('video, img')].every(picture => /grayscale\\(1\\)/.test(getComputedStyle(picture).filter))";

    [Fact]
    public async Task Case_BeforeAnybodyAsks_IsBlurredAndMutedEverywhere()
    {
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");
        await Assertions.Expect(alice.Page.Locator(".frame img").First).ToBeVisibleAsync();

        await alice.UntilAsync(Blurred);
        await Assertions.Expect(alice.Video).ToHaveJSPropertyAsync("muted", true);
        await alice.Page.Locator(".frame").First.ClickAsync();
        await Assertions.Expect(alice.Page.Locator("dialog img")).ToBeVisibleAsync();
        await alice.UntilAsync(Blurred);
        await Assertions.Expect(alice.Page.Locator("dialog img")).ToHaveCSSAsync("filter", "blur(28px) grayscale(0)");
        await alice.PictureAsync("frame-blurred");
    }

    [Fact]
    public async Task Reveal_OfOneCase_DoesNotLastForAnother()
    {
        // Arrange
        var first = await console.ShownAsync();
        var second = await console.UploadAsync(Videos.UndersizedOnScreen, "Opened after another");
        await using var alice = await console.OpenAsync(first, "alice");

        // Act
        await alice.PressAsync("b", "g", "m");
        await alice.UntilAsync(Clear);
        await alice.UntilAsync(Grey);
        await Assertions.Expect(alice.Video).ToHaveJSPropertyAsync("muted", false);
        await alice.OpenCaseAsync(second.CaseId);

        // Assert
        await alice.UntilAsync(Blurred);
        await Assertions.Expect(alice.Video).ToHaveJSPropertyAsync("muted", true);
        await alice.OpenCaseAsync(first.CaseId);
        await alice.UntilAsync(Blurred);
    }

    [Fact]
    public async Task Hold_KeyOrButton_ShowsThePictureOnlyWhileHeld()
    {
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");

        await alice.Page.Keyboard.DownAsync("v");
        await alice.UntilAsync(Clear);
        await alice.Page.Keyboard.UpAsync("v");
        await alice.UntilAsync(Blurred);

        await alice.Page.GetByRole(AriaRole.Button, new() { Name = "Hold to look" }).HoverAsync();
        await alice.Page.Mouse.DownAsync();
        await alice.UntilAsync(Clear);
        await alice.Page.Mouse.UpAsync();
        await alice.UntilAsync(Blurred);
    }

    [Fact]
    public async Task Case_AboutUnsafeContent_BeginsBlurredGreyAndMutedWhateverIsPreferred()
    {
        var violent = await console.UploadAsync(Videos.Violent, "Seen by somebody who prefers to see everything");
        await using var alice = await console.SignInAsync("alice");
        await alice.Page.EvaluateAsync(
            "localStorage.setItem('console.preferences', JSON.stringify({ blur: false, grey: false, muted: false }))");
        await alice.Page.ReloadAsync();

        await alice.OpenCaseAsync(violent.CaseId);

        await alice.UntilAsync(Blurred);
        await alice.UntilAsync(Grey);
        await Assertions.Expect(alice.Video).ToHaveJSPropertyAsync("muted", true);
        await alice.OpenCaseAsync((await console.ShownAsync()).CaseId);
        await alice.UntilAsync(Clear);
    }

    [Fact]
    public async Task Case_InAnOrganizationWithOtherDefaults_StartsWithThoseUntilTheUserPrefersOthers()
    {
        // Arrange
        await using var alice = await console.SignInAsync("alice");
        await alice.Page.RouteAsync("**/console/config.json", async route =>
        {
            var response = await route.FetchAsync();
            var text = (await response.TextAsync()).Replace("\"grey\":false", "\"grey\":true", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = response, Body = text });
        });
        await alice.Page.ReloadAsync();
        await alice.OpenCaseAsync((await console.ShownAsync()).CaseId);
        await alice.UntilAsync(Grey);

        // Act
        await alice.Page.Locator(".person summary").ClickAsync();
        await alice.Page.Locator(".person").GetByLabel("Greyscale").UncheckAsync();
        await alice.Page.ReloadAsync();

        // Assert
        await Assertions.Expect(alice.Page.Locator(".frame img").First).ToBeVisibleAsync();
        await alice.UntilAsync($"!{Grey}");
    }
}
