using AiLabels.Reports;
using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Cases.Duties;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>The page that tells viewers about a published video, framed by another site.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class DisclosureTests(ConsoleFixture console)
{
    private const string Hostile = "<img src=x onerror=\"window.pwned=1\">\u202Egpj.exe";

    public static TheoryData<string, int, ColorScheme, string> Dresses => new()
    {
        { "desktop-light", 1280, ColorScheme.Light, "en-GB" },
        { "desktop-dark-chinese", 1280, ColorScheme.Dark, "zh-CN" },
        { "phone-light-chinese", 390, ColorScheme.Light, "zh-CN" },
        { "phone-dark", 390, ColorScheme.Dark, "en-GB" },
    };

    [Theory]
    [MemberData(nameof(Dresses))]
    public async Task Page_InThisDress_IsAccessibleAndFits(string name, int width, ColorScheme scheme, string locale)
    {
        // Arrange
        var shown = await PublishedAsync();
        await using var viewer = await console.OpenAsync(
            new() { ViewportSize = new() { Width = width, Height = 760 }, ColorScheme = scheme, Locale = locale });

        // Act
        await viewer.Page.GotoAsync(Address(shown));

        // Assert
        await viewer.PictureAsync($"disclosure-{name}", fullPage: true);
        Assert.Empty(await Axe.ViolationsAsync(viewer));
        Assert.Equal(locale == "zh-CN" ? "zh-Hans" : "en", await viewer.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await viewer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await Assertions.Expect(viewer.Page.Locator(".notices li")).ToHaveCSSAsync("border-radius", "8px");
        Assert.Empty(viewer.Complaints);
    }

    [Fact]
    public async Task Page_InAFrameOfAnotherSiteWithoutScript_ShowsHostileNamesAsText()
    {
        // Arrange
        var shown = await PublishedAsync();
        await using var viewer = await console.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });

        // Act
        await viewer.Page.GotoAsync($"{console.Site.Origin}/watch?frame={Uri.EscapeDataString($"{Address(shown)}?lang=en")}");

        // Assert
        var frame = viewer.Page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator("h1")).ToHaveTextAsync("How this video was made");
        await Assertions.Expect(frame.Locator("dl")).ToContainTextAsync("⟨U+202E⟩gpj.exe");
        await Assertions.Expect(frame.Locator("img")).ToHaveCountAsync(0);
        await Assertions.Expect(frame.Locator(".lead")).ToHaveCSSAsync("font-size", "17px");
        await viewer.PictureAsync("disclosure-framed");
    }

    [Fact]
    public async Task Page_WithTheKeyboardAlone_ReachesEachLink()
    {
        // Arrange
        await using var viewer = await console.OpenAsync(new BrowserNewContextOptions());
        await viewer.Page.GotoAsync(Address(await PublishedAsync()));

        // Act
        await viewer.PressAsync("Tab");

        // Assert
        await Assertions.Expect(viewer.Page.Locator(".links a").First).ToBeFocusedAsync();
    }

    private string Address(ModerationCase shown) => new Uri(console.Gate.App.Address, $"/disclosure/{shown.CaseId}").ToString();

    private async Task<ModerationCase> PublishedAsync()
    {
        var name = $"{Guid.NewGuid():N}.mp4";
        var policy = new PolicyVersion("cn-labeling-measures", "1.0.0", new string('0', 64));
        var at = new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
        var published = new ModerationCase
        {
            CaseId = CaseId.For("uploads", name, "0x1"),
            State = CaseState.Published,
            Upload = new(name, "0x1", 1024, "video/mp4", at),
            Submission = new() { Declaration = Declaration.Edited, Uploader = "ada", Title = Hostile },
            Policy = policy,
            Location = new("published", name),
            OpenedAt = at,
            ClosedAt = at,
            Labels = new()
            {
                Origin = AiOrigin.Confirmed,
                ClaimGenerator = Hostile,
                SignerName = Hostile,
                Credentials = CredentialIntegrity.Intact,
                Signer = SignerTrust.Untrusted,
                Findings = new Dictionary<string, int> { ["aigcLabel"] = 1, ["contentCredential"] = 2 },
                Problems = [],
                BytesRead = 512,
            },
            Decision = new()
            {
                Outcome = DecisionOutcome.PublishWithNotice,
                Reason = "ai-modified",
                Origin = AiOrigin.Confirmed,
                Rules = [],
                Policy = policy,
                DecidedAt = at,
                Notices =
                [
                    new(
                        NoticeKind.AiModified, NoticePlacement.OnPicture, NoticeTime.FirstExposure,
                        new Dictionary<string, string> { ["en"] = "AI MODIFIED", ["zh"] = "AI MODIFIED（人工智能修改）" })
                    {
                        Jurisdiction = "EU", Rule = "modified",
                    },
                ],
            },
        };
        return (await console.Gate.Cases.CreateAsync(published)).Case;
    }
}
