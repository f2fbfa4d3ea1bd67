using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>The queue and its updates.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class QueueTests(ConsoleFixture console)
{
    [Fact]
    public async Task Queue_CaseClaimedByAnother_SaysSoWithinSeconds()
    {
        var quarantined = await console.UploadAsync(Videos.Labelled, "Seen from the queue");
        await using var alice = await console.SignInAsync("alice");
        await using var bob = await console.SignInAsync("bob");
        var row = Row(bob, quarantined);
        await Assertions.Expect(row).ToBeVisibleAsync();

        await alice.OpenCaseAsync(quarantined.CaseId);
        await alice.PressAsync("c");

        await Assertions.Expect(row.GetByText("alice")).ToBeVisibleAsync();
        await bob.OpenQueueAsync("?assignee=none");
        await Assertions.Expect(Row(bob, quarantined)).ToHaveCountAsync(0);
        await alice.OpenQueueAsync("?assignee=me");
        await Assertions.Expect(Row(alice, quarantined)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Queue_FilteredByReason_ShowsThoseAlone()
    {
        var declared = await console.UploadAsync(Videos.Clean, "Declared by its maker", declaration: "generated");
        await using var alice = await console.SignInAsync("alice");
        await Assertions.Expect(Row(alice, declared)).ToBeVisibleAsync();

        await alice.Page.GetByLabel("Reason", new() { Exact = true }).SelectOptionAsync("declared-ai-notice-required");

        await Assertions.Expect(Row(alice, declared)).ToBeVisibleAsync();
        await Assertions.Expect(
            alice.Page.Locator("tr[data-case-id] .why > span:first-child").Filter(new() { HasNotText = "Declared as AI: notice required" }))
                .ToHaveCountAsync(0);
        Assert.Contains("reason=declared-ai-notice-required", alice.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bulk_SeveralCases_AreDecidedAfterADryRun()
    {
        ModerationCase[] cases =
            [await console.UploadAsync(Videos.Labelled, "Bulk one"), await console.UploadAsync(Videos.Labelled, "Bulk two")];
        await using var alice = await console.SignInAsync("alice");
        foreach (var quarantined in cases)
        {
            await Row(alice, quarantined).GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await alice.Page.GetByRole(AriaRole.Region, new() { Name = "Selected reviews" })
            .GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        var dialog = alice.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio, new() { Checked = true })).ToHaveCountAsync(0);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Dry run" })).ToBeDisabledAsync();
        await alice.PressAsync("1");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Dry run" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("would be decided")).ToHaveCountAsync(2);
        await Assertions.Expect(dialog.GetByText("The video is not published.").First).ToBeVisibleAsync();
        await alice.PictureAsync("bulk");
        Assert.All(cases, quarantined => Assert.Null(console.Gate.Cases.RequireAsync(quarantined.CaseId).Result.Case.Review!.Decision));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Reject 2" }).ClickAsync();

        foreach (var quarantined in cases)
        {
            await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Rejected);
        }
    }

    private static ILocator Row(Moderator moderator, ModerationCase quarantined) =>
        moderator.Page.Locator($"tr[data-case-id='{quarantined.CaseId}']");
}
