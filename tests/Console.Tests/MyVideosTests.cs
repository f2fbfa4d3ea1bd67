using Microsoft.Playwright;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>The page of uploaders: upload, checks, reasons, answers, appeals and declarations.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class MyVideosTests(ConsoleFixture console)
{
    private const string Ada = "uploader-ada";

    public static TheoryData<string, int, int, ColorScheme, string> Dresses => LooksTests.Dresses;

    [Fact]
    public async Task Upload_WithTheForm_IsCheckedAndSaysWhatToDo()
    {
        // Arrange
        await using var ada = await SignInAsync("uploader-form");
        await Assertions.Expect(ada.Page.Locator("h1")).ToHaveTextAsync("My videos");

        // Act
        await FillAsync(ada, "label-too-small.mp4", Videos.UndersizedOnScreen, "A fox in the snow");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();

        // Assert
        var row = ada.Page.Locator(".upload").First;
        await Assertions.Expect(row).ToContainTextAsync("A fox in the snow");
        await Assertions.Expect(row).ToContainTextAsync("In quarantine");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(ada.Page.Locator("#checks")).ToContainTextAsync("of the short side needed");
        await Assertions.Expect(ada.Page.Locator("#checks .todo").Last).ToContainTextAsync("Make the letters at least 5 %");
        await Assertions.Expect(ada.Page.Locator("#reasons")).ToContainTextAsync("withheld from publication");
        await ada.PictureAsync("my-case", fullPage: true);
        Assert.Empty(await Axe.ViolationsAsync(ada));
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task Upload_WithTheKeyboardAlone_IsPublished()
    {
        // Arrange
        await using var kim = await SignInAsync("uploader-kim");
        await kim.Page.Locator("#upload-file").SetInputFilesAsync(File("keys.mp4", Videos.Clean));

        // Act
        await kim.Page.Locator("#upload-name").FocusAsync();
        await kim.Page.Keyboard.TypeAsync("Sent by keys");
        await kim.PressAsync("Tab", "Space", "Tab", "Tab", "Enter");

        // Assert
        await Assertions.Expect(kim.Page.Locator(".upload").First).ToContainTextAsync("Published");
        Assert.Empty(kim.Complaints);
    }

    [Fact]
    public async Task Upload_OfNoVideo_IsRefusedWithItsReason()
    {
        // Arrange
        await using var ned = await SignInAsync("uploader-ned");

        // Act
        await FillAsync(ned, "letter.mp4", BinaryData.FromString("dear reader"), "A letter");
        await ned.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();

        // Assert
        await Assertions.Expect(ned.Page.Locator(".upload").First).ToContainTextAsync("is not a video");
        await FillAsync(ned, "letter.txt", BinaryData.FromString("dear reader"), "A letter");
        await ned.Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
        await Assertions.Expect(ned.Page.Locator(".upload-form [role=alert]")).ToContainTextAsync("another kind of file");
    }

    [Fact]
    public async Task Question_OfAModerator_IsAnswered()
    {
        // Arrange
        var asked = await console.UploadAsync(Videos.UndersizedOnScreen, "To be asked about");
        await using (var alice = await console.OpenAsync(asked, "alice"))
        {
            await alice.PressAsync("i");
            await alice.AnswerAsync("Which tool made it?", "Send");
            await console.Gate.UntilAsync(asked.CaseId, found => found.Review!.State is ReviewState.AwaitingInformation);
        }

        await using var ada = await OpenAsync(asked);
        await Assertions.Expect(ada.Page.Locator("#question")).ToContainTextAsync("Which tool made it?");
        await ada.PictureAsync("my-question", fullPage: true);

        // Act
        await ada.Page.GetByLabel("Your answer").FillAsync("Kling.");
        await ada.Page.Locator("#question").GetByRole(AriaRole.Button).ClickAsync();

        // Assert
        await Assertions.Expect(ada.Page.Locator("#question")).ToContainTextAsync("You answered");
        var answered = await console.Gate.UntilAsync(asked.CaseId, found => found.Review!.Information!.Answer is not null);
        Assert.Equal("Kling.", answered.Review!.Information!.Answer);
    }

    [Fact]
    public async Task Appeal_TakesTwoClicks()
    {
        // Arrange
        var held = await console.UploadAsync(Videos.UndersizedOnScreen, "To be appealed");
        await using var ada = await OpenAsync(held);

        // Act
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Appeal" }).ClickAsync();
        await ada.PictureAsync("my-appeal");
        await ada.AnswerAsync("The label is large enough.", "Send the appeal");

        // Assert
        await Assertions.Expect(ada.Page.Locator("#reasons")).ToContainTextAsync("You appealed");
        var appealed = await console.Gate.UntilAsync(held.CaseId, found => found.Review!.Appeal is not null);
        Assert.Equal("The label is large enough.", appealed.Review!.Appeal!.Text);
    }

    [Fact]
    public async Task Declaration_Changed_IsKeptWithTheOneBefore()
    {
        // Arrange
        var held = await console.UploadAsync(Videos.UndersizedOnScreen, "To be declared again");
        await using var ada = await OpenAsync(held);

        // Act
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Change the declaration" }).ClickAsync();
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Generated with AI").CheckAsync();
        await dialog.GetByLabel("Yes, it looks or sounds real").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();

        // Assert
        await Assertions.Expect(ada.Page.Locator("#declared")).ToContainTextAsync("Earlier declarations: 1");
        var changed = (await console.Gate.Cases.RequireAsync(held.CaseId)).Case;
        Assert.Equal((Declaration.Generated, Realism.Realistic), (changed.Submission.Declaration, changed.Submission.Realism));
        Assert.Empty(ada.Complaints);
    }

    [Theory]
    [MemberData(nameof(Dresses))]
    public async Task Pages_InThisDress_AreAccessibleAndFit(string name, int width, int height, ColorScheme scheme, string locale)
    {
        var shown = await console.ShownAsync();
        await using var ada = await console.SignInAsync(
            Ada,
            new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Locale = locale },
            Roles.Uploader);

        await Assertions.Expect(ada.Page.Locator(".upload").First).ToBeVisibleAsync();
        await ada.Page.Locator("input[value=edited]").CheckAsync();
        await AssertGoodAsync(ada, $"my-{name}");

        await ada.OpenPageAsync($"my/{shown.CaseId}");
        await Assertions.Expect(ada.Page.Locator("#checks")).ToBeVisibleAsync();
        await AssertGoodAsync(ada, $"my-case-{name}");
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task Case_OfAnother_IsNotShown()
    {
        await using var eve = await SignInAsync("uploader-eve");

        await eve.OpenPageAsync($"my/{(await console.ShownAsync()).CaseId}");

        await Assertions.Expect(eve.Page.Locator(".failure")).ToContainTextAsync("There is no such case.");
    }

    [Fact]
    public async Task Address_My_LeadsToThePageAfterSigningIn()
    {
        // Arrange
        await using var visitor = await console.OpenAsync(new BrowserNewContextOptions());
        await visitor.Page.GotoAsync(new Uri(console.Gate.App.Address, "/my").ToString());
        await Assertions.Expect(visitor.Page.Locator(".sign-in h1")).ToHaveTextAsync("My videos");

        // Act
        await visitor.SignInAsync("uploader-new", Roles.Uploader);

        // Assert
        await Assertions.Expect(visitor.Page.Locator(".empty")).ToContainTextAsync("not uploaded a video yet");
        await Assertions.Expect(visitor.Page.Locator("header.top nav a")).ToHaveCountAsync(1);
    }

    private Task<Moderator> SignInAsync(string name) => console.SignInAsync(name, Roles.Uploader);

    private async Task<Moderator> OpenAsync(ModerationCase own)
    {
        var ada = await SignInAsync(Ada);
        await ada.OpenPageAsync($"my/{own.CaseId}");
        await Assertions.Expect(ada.Page.Locator("#declared")).ToBeVisibleAsync();
        return ada;
    }

    private static async Task FillAsync(Moderator uploader, string name, BinaryData content, string title)
    {
        await uploader.Page.Locator("#upload-file").SetInputFilesAsync(File(name, content));
        await uploader.Page.GetByLabel("Title (optional)").FillAsync(title);
        await uploader.Page.GetByLabel("No use of AI").CheckAsync();
    }

    private static FilePayload File(string name, BinaryData content) =>
        new() { Name = name, MimeType = "video/mp4", Buffer = content.ToArray() };

    private static async Task AssertGoodAsync(Moderator uploader, string picture)
    {
        await uploader.PictureAsync(picture, fullPage: true);
        Assert.Empty(await Axe.ViolationsAsync(uploader));
        Assert.True(
            await uploader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{picture} is wider than its window.");
    }
}
