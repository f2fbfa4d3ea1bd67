using Microsoft.Playwright;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>A user of the console. Records the page's errors: failed scripts, and violations of its content security policy.</summary>
internal sealed class Moderator : IAsyncDisposable
{
    private const string Watch = """
        document.addEventListener('securitypolicyviolation', event =>
          console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
        """;

    private readonly IBrowserContext _context;
    private readonly Uri _app;
    private readonly List<string> _complaints = [];

    private Moderator(IBrowserContext context, IPage page, Uri app)
    {
        (_context, Page, _app) = (context, page, app);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) => _complaints.Add($"dialog: {dialog.Message}");
        page.Console += (_, message) =>
        {
            // A lost race and a missing file are responses of the API, which the browser also logs.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of the page.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Actions => Page.GetByRole(AriaRole.Region, new() { Name = "Decide" });

    public ILocator History => Page.GetByRole(AriaRole.Region, new() { Name = "History and audit" });

    public ILocator Video => Page.Locator("video");

    public static async Task<Moderator> OpenAsync(IBrowserContext context, Uri app)
    {
        await context.AddInitScriptAsync(Watch);
        var page = await context.NewPageAsync();
        var moderator = new Moderator(context, page, app);
        await page.GotoAsync(new Uri(app, "/console/").ToString());
        return moderator;
    }

    public async Task SignInAsync(string name, params string[] roles)
    {
        await Page.Locator(".sign-in button").ClickAsync();
        await Page.GetByLabel("Name").FillAsync(name);
        foreach (var role in new[] { "Moderator", "SeniorModerator", "Auditor", "Uploader" })
        {
            await Page.GetByLabel(role, new() { Exact = true }).SetCheckedAsync(roles.Contains(role));
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(Page.Locator("header.top nav")).ToBeVisibleAsync();
    }

    public async Task OpenCaseAsync(string caseId)
    {
        await Page.GotoAsync(new Uri(_app, $"/console/#/case/{caseId}").ToString());
        await Assertions.Expect(Page.Locator(".case-head h1")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".found [aria-busy]")).ToHaveCountAsync(0);
    }

    public Task OpenQueueAsync(string filter = "") => OpenPageAsync($"queue{filter}");

    public Task OpenPageAsync(string page) => Page.GotoAsync(new Uri(_app, $"/console/#/{page}").ToString());

    /// <summary>Presses keys in order.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>
    /// Waits until an expression holds in the page. Playwright's own wait evaluates strings, which the page's policy forbids.
    /// </summary>
    public async Task UntilAsync(string expression)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await Page.EvaluateAsync<bool>(expression))
        {
            await Task.Delay(50, timeout.Token);
        }
    }

    public Task ClickAsync(string button) => Actions.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Fills in the open dialog and submits it.</summary>
    public async Task AnswerAsync(string text, string button)
    {
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(text);
        await dialog.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    /// <summary>Decides with the form: verdict, the first reason that fits the case, a note.</summary>
    public async Task DecideAsync(string verdict, string note)
    {
        await Actions.GetByRole(AriaRole.Radio, new() { Name = verdict, Exact = true }).CheckAsync(new() { Force = true });
        await Actions.Locator(".reason-choice").First.ClickAsync();
        await Actions.GetByLabel("Note for colleagues").FillAsync(note);
        await Actions.GetByRole(AriaRole.Button, new() { Name = verdict, Exact = true }).ClickAsync();
    }

    public async Task<string> PictureAsync(string name, bool fullPage = false)
    {
        var path = Path.Combine(ConsoleFixture.Pictures, $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = path, FullPage = fullPage, Animations = ScreenshotAnimations.Disabled });
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
    }
}
