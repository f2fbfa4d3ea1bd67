using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AiLabels.Reports;
using AiLabels.Testing;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Publishing;

namespace VideoGate.Tests.EndToEnd;

/// <summary>An approval with label through the running app: API, orchestration, encoder, storage.</summary>
[Trait("Needs", "services")]
public sealed class LabelTests(LabelFixture fixture) : IClassFixture<LabelFixture>
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);
    private readonly RunningGate _gate = fixture.Gate;

    [Fact]
    public async Task Decide_ApproveWithLabel_PublishesTheLabelledCopy()
    {
        var caseId = await QuarantineAsync("missing.mp4", Videos.Talking);

        using var answer =
            await DecideAsync(
                caseId, """{"verdict":"approveWithLabel","reasonCode":"label-added","label":{"explicit":"start","text":"AI生成"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var published =
            await _gate.UntilAsync(caseId, decided => decided.ClosedAt is not null || decided.Labelling?.Problem is not null, MaxWait);
        Assert.Null(published.Labelling!.Problem);
        Assert.Equal(
            (CaseState.Published, ExplicitLabelCompliance.Present), (published.State, published.Labelling.ExplicitLabel!.Compliance));
        Assert.Contains("missing.mp4", await _gate.ListAsync(Containers.Published));
        Assert.DoesNotContain("missing.mp4", await _gate.ListAsync(Containers.Quarantine));
    }

    [Fact]
    public async Task Decide_ApproveWithLabel_PublishesACopyThatThePlatformSigned()
    {
        // Arrange
        var (video, manifest) = await SignedUpload.OfAsync(Videos.Talking);
        var caseId = await QuarantineAsync("signed.mp4", video);

        // Act
        using var answer = await DecideAsync(
            caseId, """{"verdict":"approveWithLabel","reasonCode":"label-added","label":{"explicit":"none"}}""");

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var published =
            await _gate.UntilAsync(caseId, decided => decided.ClosedAt is not null || decided.Labelling?.Problem is not null, MaxWait);
        Assert.Null(published.Labelling!.Problem);
        var copy = await _gate.Storage.Blob(published.Location!).DownloadContentAsync();
        var report = await Inspect.Source(
            new MemoryByteSource(copy.Value.Content.ToArray()), new() { SignerAnchors = LabelFixture.Platform.AsAnchors });
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.Equal(manifest, published.Labelling.Signature!.ParentManifest);
        Assert.Contains(report.Findings, finding => finding.Kind is FindingKind.AigcLabel);
    }

    [Fact]
    public async Task Decide_PlainApprovalUnderALawThatAsksForALabel_PublishesTheLabelledCopy()
    {
        var caseId = await QuarantineAsync("plain.mp4", Videos.Labelled);

        using var answer = await DecideAsync(caseId, """{"verdict":"approve","reasonCode":"notice-added"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var published =
            await _gate.UntilAsync(caseId, decided => decided.ClosedAt is not null || decided.Labelling?.Problem is not null, MaxWait);
        Assert.Equal((CaseState.Published, ReviewVerdict.Approve), (published.State, published.Review!.Decision!.Verdict));
        Assert.Equal(
            (ExplicitChoice.None, ApprovedCase.Platform),
            (published.Labelling!.Order.Explicit, published.Labelling.Label!["ContentPropagator"]));
        Assert.NotEmpty(published.Decision!.Notices);
    }

    [Fact]
    public async Task Decide_PlainApprovalAndTheLabelHasNoPlaceInTheFile_IsRefusedAtOnce()
    {
        var metadata = new Dictionary<string, string> { ["aideclaration"] = "generated" };
        var caseId = await QuarantineAsync("approved.ts", Videos.TransportStream, metadata);

        using var answer = await DecideAsync(caseId, """{"verdict":"approve","reasonCode":"notice-added"}""");

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal("unsupportedContainer", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Decide_LabelThatHasNoPlaceInTheFile_IsRefusedAtOnce()
    {
        var metadata = new Dictionary<string, string> { ["aideclaration"] = "generated" };
        var caseId = await QuarantineAsync("declared.ts", Videos.TransportStream, metadata);

        using var answer =
            await DecideAsync(caseId, """{"verdict":"approveWithLabel","reasonCode":"label-added","label":{"explicit":"none"}}""");

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal(("/api/problems/cannot-label", "unsupportedContainer"),
            (problem.GetProperty("type").GetString(), problem.GetProperty("code").GetString()));
    }

    private async Task<string> QuarantineAsync(string name, BinaryData video, Dictionary<string, string>? metadata = null)
    {
        var caseId = await _gate.UploadAsync(name, video, metadata);
        Assert.Equal(CaseState.Quarantined, (await _gate.UntilDecidedAsync(caseId, MaxWait)).State);
        return caseId;
    }

    private async Task<HttpResponseMessage> DecideAsync(string caseId, string body)
    {
        using var moderator = await _gate.App.SignInAsync("bob", Roles.Moderator);
        using var read = await moderator.GetAsync(new Uri($"/api/reviews/{caseId}", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/reviews/{caseId}/decisions", UriKind.Relative));
        request.Headers.Add("If-Match", read.Headers.ETag!.ToString());
        request.Headers.Add("Idempotency-Key", "key-1");
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await moderator.SendAsync(request);
    }
}
