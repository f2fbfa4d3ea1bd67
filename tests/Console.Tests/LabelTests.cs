using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>A label requested in the console is in the published copy.</summary>
[Collection<WaitingTests>]
[Trait("Needs", "browser")]
public sealed class LabelTests(ConsoleFixture console)
{
    [Fact]
    public async Task ApproveWithLabel_ThroughoutTheVideo_PublishesALabelledCopy()
    {
        var quarantined = await console.UploadAsync(Videos.UndersizedOnScreen, "Needs a label");
        await using var alice = await console.OpenAsync(quarantined, "alice");

        await alice.PressAsync("l");
        await alice.Actions.GetByLabel("Visible label").SelectOptionAsync("throughout");
        await alice.Actions.GetByLabel("Label text").SelectOptionAsync("AI生成");
        await alice.PressAsync("1");
        await Assertions.Expect(alice.Actions.Locator(".statement-text")).ToBeVisibleAsync();
        await alice.PictureAsync("approve-with-label");
        await alice.Actions.GetByRole(AriaRole.Button, new() { Name = "Approve with label", Exact = true }).ClickAsync();

        await Assertions.Expect(alice.Page.Locator(".case-head").GetByText("Published")).ToBeVisibleAsync();
        await Assertions.Expect(alice.Actions.GetByText("A labelled copy was published")).ToBeVisibleAsync();
        var published = await console.Gate.UntilAsync(quarantined.CaseId, found => found.State is CaseState.Published);
        Assert.Equal(ReviewVerdict.ApproveWithLabel, published.Review!.Decision!.Verdict);
        Assert.Empty(alice.Complaints);
    }
}
