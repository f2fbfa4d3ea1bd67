using Microsoft.Playwright;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Every page in every theme: screenshots for review, and no accessibility violations.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class LooksTests(ConsoleFixture console)
{
    public static TheoryData<string, int, int, ColorScheme, string> Dresses => new()
    {
        { "desktop-light", 1280, 860, ColorScheme.Light, "en-GB" },
        { "desktop-dark", 1280, 860, ColorScheme.Dark, "en-GB" },
        { "desktop-chinese", 1280, 860, ColorScheme.Light, "zh-CN" },
        { "phone-light", 390, 844, ColorScheme.Light, "en-GB" },
        { "phone-dark-chinese", 390, 844, ColorScheme.Dark, "zh-CN" },
    };

    [Theory]
    [MemberData(nameof(Dresses))]
    public async Task EveryPage_InThisDress_IsAccessibleAndFits(string name, int width, int height, ColorScheme scheme, string locale)
    {
        var shown = await console.ShownAsync();
        await using var alice = await console.SignInAsync(
            "alice",
            new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Locale = locale },
            "SeniorModerator");

        await Assertions.Expect(alice.Page.Locator("tr[data-case-id]").First).ToBeVisibleAsync();
        await AssertGoodAsync(alice, $"queue-{name}");

        await alice.OpenPageAsync("metrics");
        await Assertions.Expect(alice.Page.Locator(".tile").First).ToBeVisibleAsync();
        await AssertGoodAsync(alice, $"metrics-{name}");

        await alice.OpenPageAsync("policies/cn-labeling-measures");
        await Assertions.Expect(alice.Page.Locator(".rules li").First).ToBeVisibleAsync();
        await AssertGoodAsync(alice, $"policy-{name}");

        await alice.OpenCaseAsync(shown.CaseId);
        await Assertions.Expect(alice.Page.Locator(".entries li").First).ToBeVisibleAsync();
        await AssertGoodAsync(alice, $"case-{name}");

        await alice.PressAsync("l");
        await AssertGoodAsync(alice, $"case-deciding-{name}");

        await alice.Page.Locator(".top .tools > button").Last.ClickAsync();
        await Assertions.Expect(alice.Page.Locator("dialog")).ToBeVisibleAsync();
        await AssertGoodAsync(alice, $"help-{name}");
        Assert.Empty(alice.Complaints);
    }

    [Fact]
    public async Task SignIn_Page_IsAccessible()
    {
        await using var visitor = await console.OpenAsync(new());
        await Assertions.Expect(visitor.Page.Locator(".sign-in button")).ToBeVisibleAsync();

        await AssertGoodAsync(visitor, "sign-in");
    }

    private static async Task AssertGoodAsync(Moderator moderator, string picture)
    {
        await moderator.PictureAsync(picture, fullPage: true);
        Assert.Empty(await Axe.ViolationsAsync(moderator));
        Assert.True(
            await moderator.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{picture} is wider than its window.");
    }
}
