using AiLabels.Testing.C2pa;
using Microsoft.Playwright;
using VideoGate.Cases;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>All text from an uploader is shown literally and has no effect.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class HostileTests(ConsoleFixture console)
{
    private const string Markup =
        """<img src=x onerror="window.pwned=1"><script>window.pwned=1</script><a href="javascript:window.pwned=1">x</a>{{7*7}}${window.pwned=1}""";

    // Characters that reverse or hide text, or break out of an attribute or a template.
    private const string Confusing = "\u202Egpj.\u2066evil\"'>`--></textarea></title>\u0000\u200B";

    [Fact]
    public async Task Submission_FullOfMarkup_IsShownInert()
    {
        var quarantined = await console.UploadAsync(
            Videos.Labelled, Markup, "\"><svg onload=window.pwned=1>.mp4", "generated",
                $"{Markup}{Confusing.Replace("\0", "", StringComparison.Ordinal)}");

        await AssertInertAsync(quarantined, Markup);
        await using var alice = await console.OpenAsync(quarantined, "alice");
        await Assertions.Expect(alice.Page.Locator(".description")).ToContainTextAsync("⟨U+202E⟩gpj.");
    }

    [Fact]
    public async Task Metadata_FullOfMarkup_IsShownInert()
    {
        var quarantined = await console.UploadAsync(Videos.LabelledWith(Markup), "Markup in every field");

        await AssertInertAsync(quarantined, Markup);
    }

    [Fact]
    public async Task Credentials_FullOfMarkup_AreShownInert()
    {
        var manifest =
            new ManifestBuilder($"urn:c2pa:{Markup.Replace('/', '_')}")
            {
                Generator = Markup,
                Signer = TestPki.SelfSigned("CN=<script>window.pwned=1</script>, O=<b>x</b>")
            }
            .Action("c2pa.created", SourceTypes.Trained, Markup);

        var quarantined = await console.UploadAsync(new BinaryData(SignedMp4.Build(manifest)), "Markup in the credentials");

        await AssertInertAsync(quarantined, "window.pwned");
    }

    private async Task AssertInertAsync(ModerationCase quarantined, string shown)
    {
        await using var alice = await console.SignInAsync("alice", "Moderator", "SeniorModerator");
        await alice.OpenQueueAsync();
        await Assertions.Expect(alice.Page.Locator($"tr[data-case-id='{quarantined.CaseId}']")).ToBeVisibleAsync();
        await alice.OpenCaseAsync(quarantined.CaseId);
        await alice.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => (details.open = true))");
        await Assertions.Expect(alice.Page.Locator("main")).ToContainTextAsync(shown);

        // Raw evidence and frames too.
        await alice.Page.GetByRole(AriaRole.Button, new() { Name = "labels.json", Exact = true }).ClickAsync();
        await Assertions.Expect(alice.Page.Locator("dialog pre")).ToContainTextAsync("schemaVersion");
        await alice.PictureAsync($"hostile-{quarantined.Submission.Title!.Length}");

        Assert.Null(await alice.Page.EvaluateAsync<object?>("window.pwned ?? null"));
        Assert.Equal(
            0, await alice.Page.Locator("main img[src='x'], main script, main svg[onload], main a[href^='javascript']").CountAsync());
        Assert.Empty(alice.Complaints);
    }
}
