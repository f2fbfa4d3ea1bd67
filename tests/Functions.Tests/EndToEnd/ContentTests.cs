using System.Text;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd;

/// <summary>Visible content and text decide, in the running app, whatever Content Safety does in the meantime.</summary>
[Trait("Needs", "services")]
public sealed class ContentTests(ContentFixture fixture) : IClassFixture<ContentFixture>
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    private readonly ContentGate _content = fixture.Content;

    [Fact]
    public async Task Upload_LabelledInMetadataAndOnScreen_IsPublished()
    {
        var ended = await DecideAsync("labelled-on-screen.mp4", Videos.LabelledOnScreen);

        Assert.Equal((CaseState.Published, "explicit-label-present"), (ended.State, ended.Decision!.Reason));
        Assert.Equal((ExplicitLabelCompliance.Present, SafetyState.Safe), (ended.ExplicitLabel!.Compliance, ended.Safety!.State));
        Assert.InRange(ended.ExplicitLabel.Labels[0].HeightShare, 0.04, 0.09);
    }

    [Fact]
    public async Task Upload_LabelledOnScreenAlone_IsSuspected()
    {
        var ended = await DecideAsync("on-screen-only.mp4", Videos.OnScreenOnly);

        Assert.Equal(
            (CaseState.Quarantined, "suspected-ai", AiOrigin.Suspected), (ended.State, ended.Decision!.Reason, ended.Decision.Origin));
    }

    [Fact]
    public async Task Upload_LabelledInMetadataAlone_MissesItsExplicitLabel()
    {
        var ended = await DecideAsync("metadata-only.mp4", Videos.Labelled);

        Assert.Equal((CaseState.Quarantined, "explicit-label-missing"), (ended.State, ended.Decision!.Reason));
    }

    [Fact]
    public async Task Upload_UnsafeInItsLastSecond_IsQuarantinedWithThePlaceAndEvidence()
    {
        var ended = await DecideAsync("violent.mp4", Videos.Violent);

        Assert.Equal((CaseState.Quarantined, "unsafe-content"), (ended.State, ended.Decision!.Reason));
        Assert.All(ended.Safety!.Hits,
            hit => Assert.Equal((UnsafeCategory.Violence, 6, true), (hit.Category, hit.Severity, hit.Seconds >= 2)));
        var evidence = (await _content.Gate.ListAsync(Containers.Evidence))
            .Where(name => name.StartsWith(ended.CaseId, StringComparison.Ordinal))
            .Select(name => name[(ended.CaseId.Length + 1)..]);
        Assert.Superset(
            new HashSet<string> {"labels.json", "frames.json", "frames/1.jpg", "contact-sheet.jpg", "explicit-labels.json",
                "recognized-text.txt", "safety-frames.json", "safety-text.json" },
            evidence.ToHashSet());
    }

    [Fact]
    public async Task Upload_TestWordInItsTitle_IsQuarantined()
    {
        // Arrange
        var metadata = new Dictionary<string, string> { ["titlebase64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("标题 [[hate:6]]")) };

        // Act
        var ended = await DecideAsync("title.mp4", Videos.Clean, metadata);

        // Assert
        Assert.Equal((CaseState.Quarantined, "unsafe-content"), (ended.State, ended.Decision!.Reason));
        Assert.Equal(new SafetyHit(UnsafeCategory.Hate, 6, Text: "title"), Assert.Single(ended.Safety!.Hits));
    }

    [Fact]
    public async Task Upload_TestWordOnScreen_IsQuarantined()
    {
        var ended = await DecideAsync("on-screen-word.mp4", Videos.UnsafeTextOnScreen);

        Assert.Equal((CaseState.Quarantined, "unsafe-content"), (ended.State, ended.Decision!.Reason));
        Assert.Equal(new SafetyHit(UnsafeCategory.Hate, 6, Text: "recognized"), Assert.Single(ended.Safety!.Hits));
    }

    [Fact]
    public async Task Upload_MorseAiInItsSoundAlone_IsSuspectedWithItsEvidence()
    {
        var ended = await DecideAsync("morse.mp4", Videos.LabelledInSound);

        Assert.Equal((CaseState.Quarantined, "suspected-ai", AudioLabel.Present), (ended.State, ended.Decision!.Reason, ended.AudioLabel));
        Assert.Contains($"{ended.CaseId}/audio-labels.json", await _content.Gate.ListAsync(Containers.Evidence));
    }

    [Fact]
    public async Task Upload_Looked_StandsInTheAuditLog()
    {
        var ended = await DecideAsync("audited.mp4", Videos.Clean);

        var log = await _content.Gate.Audit.ReadAsync(ended.CaseId, ended.AuditHead);
        var looked = Assert.Single(log.Entries, entry => entry.Type == "video-analyzed");
        Assert.Equal(("missing", "safe"), (looked.Data["explicitLabel"], looked.Data["safety"]));
    }

    [Theory]
    [InlineData("throttle", 2, 3)]
    [InlineData("error", 8, 0)]
    [InlineData("malformed", 2, 0)]
    [InlineData("slow", 1, 15)]
    public async Task Upload_ContentSafetyInTrouble_IsDelayedAndPublishedOnceItIsSeen(string fault, int count, int seconds)
    {
        // Arrange
        await _content.OrderAsync(fault, count, seconds);

        // Act
        var ended = await DecideAsync($"{fault}.mp4", Videos.Clean);

        // Assert
        Assert.Equal((CaseState.Published, SafetyState.Safe, null), (ended.State, ended.Safety!.State, ended.Safety.Outage));
    }

    [Fact]
    public async Task Upload_ContentSafetyDownForGood_IsQuarantinedUnseen()
    {
        // Arrange
        await using var down = await ContentGate.StartAsync("PT5S");
        await down.OrderAsync("error", 1000);
        var caseId = await down.Gate.UploadAsync("unseen.mp4", Videos.LabelledOnScreen);

        // Act
        var ended = await down.Gate.UntilDecidedAsync(caseId, MaxWait);

        // Assert
        Assert.Equal((CaseState.Quarantined, "safety-unavailable"), (ended.State, ended.Decision!.Reason));
        Assert.Equal((SafetyState.Unavailable, "Content Safety answered 500."), (ended.Safety!.State, ended.Safety.Outage));
    }

    private async Task<ModerationCase> DecideAsync(string name, BinaryData video, IDictionary<string, string>? metadata = null) =>
        await _content.Gate.UntilDecidedAsync(await _content.Gate.UploadAsync(name, video, metadata), MaxWait);
}
