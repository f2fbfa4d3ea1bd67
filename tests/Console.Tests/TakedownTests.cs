using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Orders to take videos down, from the case and from their own page.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class TakedownTests(ConsoleFixture console)
{
    [Fact]
    public async Task Order_EnteredInTheCaseAndDecidedOnThePage_TakesTheVideoDown()
    {
        // Arrange
        var published = await PublishAsync("To be taken down");
        await using var tom = await console.OpenAsync(published, "tom");

        // Act
        await OrderAsync(tom, "Order of a court or government (India)", "Order of a court, 17/2026");
        await Assertions.Expect(tom.Page.Locator("#takedown")).ToContainTextAsync("Waits for a decision");
        await tom.OpenPageAsync("takedowns");
        var order = tom.Page.Locator($".order[data-case-id='{published.CaseId}']");
        await Assertions.Expect(order.Locator(".clock")).ToContainTextAsync("left");
        await tom.PictureAsync("takedowns", fullPage: true);
        Assert.Empty(await Axe.ViolationsAsync(tom));
        await order.GetByRole(AriaRole.Button, new() { Name = "Take it down" }).ClickAsync();
        await tom.AnswerAsync("Valid.", "Take it down");

        // Assert
        await Assertions.Expect(order).ToHaveCountAsync(0);
        var taken = await console.Gate.UntilAsync(published.CaseId, found => found.State is CaseState.Rejected);
        Assert.Equal((TakedownState.CarriedOut, "tom"), (taken.Takedown!.State, taken.Takedown.DecidedBy));
        await tom.OpenCaseAsync(published.CaseId);
        await Assertions.Expect(tom.Page.Locator("#takedown")).ToContainTextAsync("Carried out");
        await tom.PictureAsync("takedown-case", fullPage: true);
        Assert.Empty(tom.Complaints);
    }

    [Fact]
    public async Task Order_ThatDoesNotHold_IsWithdrawnWithTheReason()
    {
        // Arrange
        var published = await PublishAsync("To stay");
        await using var tom = await console.OpenAsync(published, "tom");
        await OrderAsync(tom, "Notice of intimate imagery (United States)", "Not valid at first sight");

        // Act
        await tom.Page.Locator("#takedown").GetByRole(AriaRole.Button, new() { Name = "Withdraw the order" }).ClickAsync();
        await tom.AnswerAsync("It names another video.", "Withdraw the order");

        // Assert
        await Assertions.Expect(tom.Page.Locator("#takedown")).ToContainTextAsync("It names another video.");
        var stays = (await console.Gate.Cases.RequireAsync(published.CaseId)).Case;
        Assert.Equal((CaseState.Published, TakedownState.Withdrawn), (stays.State, stays.Takedown!.State));
    }

    [Theory]
    [InlineData("phone-dark-chinese", 390, ColorScheme.Dark, "zh-CN")]
    [InlineData("desktop-light", 1280, ColorScheme.Light, "en-GB")]
    public async Task OrderForm_InThisDress_IsAccessibleAndFits(string name, int width, ColorScheme scheme, string locale)
    {
        // Arrange
        var published = await PublishAsync($"Order form {name}");
        await using var tom = await console.SignInAsync(
            "tom",
            new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme, Locale = locale },
            "Moderator");
        await tom.OpenCaseAsync(published.CaseId);

        // Act
        await tom.Page.Locator("#takedown button").ClickAsync();
        await tom.Page.Locator("#takedown-kind").SelectOptionAsync("order");

        // Assert
        await Assertions.Expect(tom.Page.Locator("#takedown-due")).ToBeVisibleAsync();
        await tom.PictureAsync($"takedown-order-{name}");
        Assert.Empty(await Axe.ViolationsAsync(tom));
        Assert.Empty(tom.Complaints);
    }

    [Fact]
    public async Task Case_WithDetectorsAndEarlierDeclarations_ShowsBoth()
    {
        // Arrange
        const string Hostile = "<img src=x onerror='window.pwned=1'>\u202Egpj";
        var quarantined = await console.UploadAsync(Videos.UndersizedOnScreen, "With detectors");
        var at = quarantined.OpenedAt;
        var shown = quarantined with
        {
            CaseId = CaseId.For("uploads", $"{Guid.NewGuid():N}", "0x1"),
            State = CaseState.Published,
            Review = null,
            AuditHead = null,
            Unlogged = [],
            Detectors = [new("acme", DetectorState.Judged, 0.87, "v2", Hostile), new("other", DetectorState.Unavailable)],
            PastDeclarations =
            [
                new(Declaration.NotAi, EditKind.Unknown, Realism.Unknown, ByUploader: true, at),
                new(Declaration.Edited, EditKind.Routine, Realism.Unknown, ByUploader: false, at),
            ],
        };
        await console.Gate.Cases.CreateAsync(shown);
        await using var alice = await console.SignInAsync("alice");

        // Act
        await alice.Page.GotoAsync(new Uri(console.Gate.App.Address, $"/console/#/case/{shown.CaseId}").ToString());

        // Assert
        var detectors = alice.Page.Locator("#detectors");
        await Assertions.Expect(detectors).ToContainTextAsync("87%");
        await Assertions.Expect(detectors).ToContainTextAsync("⟨U+202E⟩gpj");
        await Assertions.Expect(detectors).ToContainTextAsync("Did not answer");
        await Assertions.Expect(alice.Page.Locator("#submission .past li")).ToHaveCountAsync(2);
        await Assertions.Expect(alice.Page.Locator("#submission .past")).ToContainTextAsync("changed by a moderator");
        await alice.PictureAsync("case-detectors", fullPage: true);
        Assert.Empty(await Axe.ViolationsAsync(alice));
        Assert.Null(await alice.Page.EvaluateAsync<string?>("window.pwned ?? null"));
    }

    /// <summary>Publishes a video of its own: what is taken down is not published again for other tests.</summary>
    private Task<ModerationCase> PublishAsync(string title) => console.UploadAsync(
        BinaryData.FromBytes((byte[])[.. Videos.Clean.ToArray(), 0, 0, 0, 24, .. "free"u8, .. Guid.NewGuid().ToByteArray()]), title);

    private static async Task OrderAsync(Moderator moderator, string kind, string note)
    {
        await moderator.Page.Locator("#takedown").GetByRole(AriaRole.Button, new() { Name = "Take this video down" }).ClickAsync();
        var dialog = moderator.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Kind of order").SelectOptionAsync(new SelectOptionValue { Label = kind });
        await dialog.GetByLabel("Reason").FillAsync(note);
        await dialog.GetByLabel("Wait for a decision; the clock runs").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Order", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
