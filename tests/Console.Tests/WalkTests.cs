using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>From case to case through the queue as it is filtered, and back to where one was.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed partial class WalkTests(ConsoleFixture console)
{
    private const string Filter = "?reason=declared-ai-notice-required";

    [Fact]
    public async Task Next_ThroughAFilteredQueue_ComesToEachCaseOnceAndBackToTheFilter()
    {
        // Arrange
        await DeclaredAsync("Walk one");
        await DeclaredAsync("Walk two");
        await DeclaredAsync("Walk three");
        await using var walker = await QueueAsync("walker");

        // Act
        List<string> seen = [];
        await walker.PressAsync("n");
        while (await IsCaseAsync(walker, seen.LastOrDefault()))
        {
            seen.Add(CaseOf(walker));
            // The queue is that of all tests: moderators of others hold some of its cases.
            await Assertions.Expect(walker.Actions.GetByText(Claimed())).ToBeVisibleAsync();
            await Assertions.Expect(walker.Page.Locator(".left")).ToContainTextAsync("left");
            await walker.PressAsync("n");
        }

        // Assert
        Assert.True(seen.Count >= 3, $"{seen.Count} cases");
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Contains(Filter, walker.Page.Url, StringComparison.Ordinal);
        foreach (var caseId in seen)
        {
            var left = (await console.Gate.Cases.RequireAsync(caseId)).Case;
            Assert.Equal("declared-ai-notice-required", left.Decision!.Reason);
            Assert.NotEqual("walker", left.Review!.Claim?.Holder);
        }
    }

    [Fact]
    public async Task Decision_OnTheWay_LeadsToTheNextCaseThatNamesIt()
    {
        // Arrange
        await DeclaredAsync("Decided on the way");
        await DeclaredAsync("Next on the way");
        await using var dora = await QueueAsync("dora");
        await dora.PressAsync("n");
        await Assertions.Expect(dora.Page.Locator(".case-head h1")).ToBeVisibleAsync();
        var (first, title) = (CaseOf(dora), await dora.Page.Locator(".case-head h1").TextContentAsync());

        // Act
        await dora.DecideAsync("Reject", "On the way.");

        // Assert
        await Assertions.Expect(dora.Page.Locator(".made-before a")).ToHaveTextAsync(title!);
        Assert.NotEqual(first, CaseOf(dora));
        await dora.PictureAsync("decided-and-next");
        Assert.Empty(dora.Complaints);
    }

    [Fact]
    public async Task Decision_WithoutGoingOn_StaysOnTheCase()
    {
        await DeclaredAsync("Decided to stay");
        await using var stan = await QueueAsync("stan");
        await stan.PressAsync("n");
        await Assertions.Expect(stan.Page.Locator(".case-head h1")).ToBeVisibleAsync();
        await stan.PressAsync("r");
        await stan.Actions.GetByLabel("Then open the next").UncheckAsync();

        await stan.DecideAsync("Reject", "To stay.");

        await Assertions.Expect(stan.Page.Locator(".case-head").GetByText("Rejected").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Back_ToTheQueue_KeepsFilterAndPlace()
    {
        await DeclaredAsync("Back one");
        await DeclaredAsync("Back two");
        await using var bea = await QueueAsync("bea");
        var row = bea.Page.Locator("tr[data-case-id]").Last;
        var caseId = await row.GetAttributeAsync("data-case-id");

        await row.Locator("a.open").ClickAsync();
        await Assertions.Expect(bea.Page.Locator(".case-head h1")).ToBeVisibleAsync();
        await bea.PressAsync("q");

        await Assertions.Expect(bea.Page.Locator($"tr[data-case-id='{caseId}'] a.open")).ToBeFocusedAsync();
        Assert.Contains(Filter, bea.Page.Url, StringComparison.Ordinal);
    }

    [GeneratedRegex("^(?!Nobody).* (?:are|is) working on this case")]
    private static partial Regex Claimed();

    private Task<ModerationCase> DeclaredAsync(string title) => console.UploadAsync(Videos.Clean, title, declaration: "generated");

    private async Task<Moderator> QueueAsync(string name)
    {
        var moderator = await console.SignInAsync(name);
        await moderator.OpenQueueAsync(Filter);
        await Assertions.Expect(moderator.Page.Locator("tr[data-case-id]").Nth(1)).ToBeVisibleAsync();
        return moderator;
    }

    private static string CaseOf(Moderator moderator) => moderator.Page.Url.Split('/')[^1];

    // Waits until the address changed, and the case is there if it is one.
    private static async Task<bool> IsCaseAsync(Moderator moderator, string? before)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (moderator.Page.Url.EndsWith($"/{before}", StringComparison.Ordinal)
            || (before is null && !moderator.Page.Url.Contains("#/case/", StringComparison.Ordinal)))
        {
            await Task.Delay(50, timeout.Token);
        }

        if (!moderator.Page.Url.Contains("#/case/", StringComparison.Ordinal))
        {
            return false;
        }

        await Assertions.Expect(moderator.Page.Locator(".case-head h1")).ToBeVisibleAsync();
        return true;
    }
}
