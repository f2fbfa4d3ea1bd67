using Microsoft.Playwright;
using VideoGate.Access;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>What the pages say while there is nothing to show, when it cannot be read, and on every width.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class StandingTests(ConsoleFixture console)
{
    // A badge is whole if all its text is inside it, and it inside the page.
    private const string CutBadges = """
        [...document.querySelectorAll('.badge')].filter(badge => badge.scrollWidth > badge.clientWidth + 1
          || badge.getBoundingClientRect().right > document.documentElement.clientWidth).map(badge => badge.textContent).join('; ')
        """;

    [Fact]
    public async Task Case_ThatIsMissing_IsSaidOnceAndNotAskedForAgain()
    {
        await using var alice = await console.SignInAsync("alice");
        var asked = Count(alice, "/reviews/none");

        await alice.OpenPageAsync("case/none");

        await Assertions.Expect(alice.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "There is no such case" })).ToBeVisibleAsync();
        await alice.PictureAsync("missing");
        Assert.Empty(await Axe.ViolationsAsync(alice));
        await AssertQuietAsync(asked);
    }

    [Fact]
    public async Task Queue_OfARoleThatMayNot_SaysSoAndStopsAsking()
    {
        await using var uploader = await console.SignInAsync("uma", Roles.Uploader);
        var asked = Count(uploader, "/api/reviews");

        await uploader.OpenQueueAsync();

        await Assertions.Expect(
            uploader.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Your role does not allow this" })).ToBeVisibleAsync();

        await uploader.PictureAsync("forbidden");
        await AssertQuietAsync(asked);
    }

    [Fact]
    public async Task Case_WithoutAConnection_KeepsTheLastGoodDataMarkedAndComesBack()
    {
        await using var alice = await console.OpenAsync(await console.ShownAsync(), "alice");

        await alice.Page.RouteAsync("**/api/reviews/**", route => route.AbortAsync());
        await Assertions.Expect(alice.Page.Locator(".freshness")).ToContainTextAsync("What you see is from");
        await Assertions.Expect(alice.Page.Locator(".case.stale .case-head h1")).ToBeVisibleAsync();
        await alice.PictureAsync("offline");
        await alice.Page.UnrouteAllAsync();
        await alice.Page.Locator(".freshness button").ClickAsync();

        await Assertions.Expect(alice.Page.Locator(".freshness")).ToBeHiddenAsync();
        await Assertions.Expect(alice.Page.Locator(".stale")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Case_WithoutAConnectionFromTheStart_CanBeTriedAgain()
    {
        var shown = await console.ShownAsync();
        await using var alice = await console.SignInAsync("alice");
        await alice.Page.RouteAsync("**/api/reviews/**", route => route.AbortAsync());

        await alice.OpenPageAsync($"case/{shown.CaseId}");
        await Assertions.Expect(alice.Page.GetByText("No connection to the server.").First).ToBeVisibleAsync();
        await alice.Page.UnrouteAllAsync();
        await alice.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(alice.Page.Locator(".case-head h1")).ToHaveTextAsync(shown.Submission.Title!);
    }

    [Fact]
    public async Task Queue_WhoseFilterMatchesNothing_SaysSo()
    {
        await using var alice = await console.SignInAsync("alice");

        await alice.OpenQueueAsync("?reason=none-like-it");

        await Assertions.Expect(alice.Page.GetByText("No reviews match these filters.")).ToBeVisibleAsync();
        await alice.PictureAsync("no-match");
    }

    [Theory]
    [InlineData(390, "en-GB")]
    [InlineData(390, "zh-CN")]
    [InlineData(1280, "en-GB")]
    [InlineData(1440, "zh-CN")]
    public async Task Badges_OnThisWidth_AreWhole(int width, string locale)
    {
        var shown = await console.ShownAsync();
        await using var alice = await console.SignInAsync(
            "alice", new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 844 }, Locale = locale });

        await Assertions.Expect(alice.Page.Locator("tr[data-case-id]").First).ToBeVisibleAsync();
        Assert.Equal("", await alice.Page.EvaluateAsync<string>(CutBadges));
        await alice.PictureAsync($"badges-queue-{width}-{locale}");
        await alice.OpenCaseAsync(shown.CaseId);
        Assert.Equal("", await alice.Page.EvaluateAsync<string>(CutBadges));
        await alice.PictureAsync($"badges-case-{width}-{locale}");
    }

    [Fact]
    public async Task Verdicts_OnAPhone_StayInReach()
    {
        await using var alice = await console.SignInAsync(
            "alice", new BrowserNewContextOptions { ViewportSize = new() { Width = 390, Height = 844 } });
        await alice.OpenCaseAsync((await console.ShownAsync()).CaseId);

        await alice.Page.EvaluateAsync("scrollTo(0, 0)");
        await Assertions.Expect(alice.Page.Locator(".verdicts")).ToBeInViewportAsync(new() { Ratio = 1 });
        await alice.Page.Locator(".choice.reject").ClickAsync();

        await Assertions.Expect(alice.Page.Locator(".reason-choice").First).ToBeInViewportAsync();
        await alice.PictureAsync("phone-bar");
    }

    private static Func<int> Count(Moderator moderator, string path)
    {
        var count = 0;
        moderator.Page.Request += (_, request) => count += request.Url.Contains(path, StringComparison.Ordinal) ? 1 : 0;
        return () => count;
    }

    // Twice the longest interval of polling.
    private static async Task AssertQuietAsync(Func<int> asked)
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        var before = asked();
        await Task.Delay(TimeSpan.FromSeconds(8));
        Assert.Equal(before, asked());
    }
}
