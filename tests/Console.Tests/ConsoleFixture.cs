using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Playwright;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Testing;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>The running product and a real browser, shared by every test; each test uses its own cases.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{

    // For machines under load.
    private const int Timeout = 120_000;

    private readonly DirectoryInfo _policies = Directory.CreateTempSubdirectory("policies-");

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private HttpClient _uploader = null!;
    private Task<ModerationCase>? _shown;

    internal RunningGate Gate { get; private set; } = null!;

    /// <summary>Another site, whose pages may call the API.</summary>
    internal OtherSite Site { get; private set; } = null!;

    /// <summary>Folder of screenshots: test output for review.</summary>
    internal static string Pictures { get; } = Directory.CreateDirectory(
        Path.Combine(Path.GetDirectoryName(Repository.Find("Serverless.sln"))!, ".local", "test-results", "console")).FullName;

    public async ValueTask InitializeAsync()
    {
        await ShortenUndoWindowAsync();
        Site = await OtherSite.StartAsync();
        Gate = await RunningGate.StartAsync(settings =>
        {
            settings["Policies__Folder"] = _policies.FullName;
            settings["Policies__Shadow"] = "default";
            settings["Cors__AllowedOrigins__0"] = Site.Origin;
            settings["Labelling__ContentPropagator"] = "001191110108335469089C10100";
        });
        _uploader = await Gate.App.SignInAsync("uploader-ada", Roles.Uploader);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Timeout);
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = ChromiumPath, Args = ["--autoplay-policy=no-user-gesture-required", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _uploader.Dispose();
        await Gate.DisposeAsync();
        await Site.DisposeAsync();
        _policies.Delete(recursive: true);
    }

    internal Task<Moderator> SignInAsync(string name, params string[] roles) => SignInAsync(name, new BrowserNewContextOptions(), roles);

    /// <summary>A user in a separate browser context, signed in through the development sign-in page.</summary>
    internal async Task<Moderator> SignInAsync(string name, BrowserNewContextOptions options, params string[] roles)
    {
        var moderator = await OpenAsync(options);
        await moderator.SignInAsync(name, roles.Length == 0 ? [Roles.Moderator] : roles);
        return moderator;
    }

    /// <summary>A user who views a case.</summary>
    internal async Task<Moderator> OpenAsync(ModerationCase shown, string name, params string[] roles)
    {
        var moderator = await SignInAsync(name, roles);
        await moderator.OpenCaseAsync(shown.CaseId);
        return moderator;
    }

    /// <summary>A browser before signing in to the console.</summary>
    internal async Task<Moderator> OpenAsync(BrowserNewContextOptions options)
    {
        options.Locale ??= "en-GB";
        options.ViewportSize ??= new() { Width = 1280, Height = 860 };
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Timeout);
        return await Moderator.OpenAsync(context, Gate.App.Address);
    }

    /// <summary>Uploads a video as an uploader does, and waits until it is in review.</summary>
    internal async Task<ModerationCase> UploadAsync(
        BinaryData video, string title, string fileName = "clip.mp4", string declaration = "notAi", string? description = null)
    {
        using var announced = await _uploader.PostAsJsonAsync(
            new Uri("/api/uploads", UriKind.Relative), new { fileName, declaration, title, description },
                new JsonSerializerOptions(JsonSerializerDefaults.Web)
                {
                    DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
                });
        announced.EnsureSuccessStatusCode();
        var grant = await announced.Content.ReadFromJsonAsync<JsonElement>();
        var stored = await new BlobClient(new Uri(grant.GetProperty("url").GetString()!)).UploadAsync(video, overwrite: true);
        var caseId = CaseId.For("uploads", grant.GetProperty("blobName").GetString()!, stored.Value.ETag.ToString());
        return await Gate.UntilDecidedAsync(caseId);
    }

    /// <summary>A development token.</summary>
    internal async Task<string> TokenAsync(string subject, string role)
    {
        using var http = new HttpClient();
        return (await http.GetStringAsync(new Uri(Gate.App.Services, $"/local/identity/token?sub={subject}&role={role}"))).Trim();
    }

    /// <summary>A case that many tests view and none changes.</summary>
    internal Task<ModerationCase> ShownAsync() => _shown ??= UploadAsync(
        Videos.UndersizedOnScreen, "Northern lights over Tromsø, remix", "aurora-final-v3.mp4", "edited", "Colours enhanced.");

    /// <summary>The uploader's own request to the API.</summary>
    internal async Task<HttpResponseMessage> AsUploaderAsync(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return await _uploader.SendAsync(request);
    }

    // Shortens the time to wait for the end of the undo window.
    private async Task ShortenUndoWindowAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Policies"), "*.json"))
        {
            var policy = (await File.ReadAllTextAsync(file)).Replace(
                "\"undoWindow\": \"PT5M\"", "\"undoWindow\": \"PT20S\"", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(_policies.FullName, Path.GetFileName(file)), policy);
        }
    }

    private static string ChromiumPath { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
            "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not installed: run ./test.sh, or set CHROMIUM_PATH.");
}
