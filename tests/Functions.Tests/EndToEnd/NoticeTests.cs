using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Testing.App;
using VideoGate.Tests.Publishing;

namespace VideoGate.Tests.EndToEnd;

/// <summary>AI video for an audience in China and the EU, through the running app.</summary>
[Trait("Needs", "services")]
public sealed class NoticeTests : IAsyncLifetime
{
    private readonly HttpClient _anyone = new();
    private RunningGate _gate = null!;

    public async ValueTask InitializeAsync()
    {
        _gate = await RunningGate.StartAsync(settings =>
        {
            settings["Policies__Active"] = "cn-labeling-measures";
            settings["Policies__Jurisdictions__0"] = "EU";
            settings["Labelling__ContentPropagator"] = ApprovedCase.Platform;
        });
        _anyone.BaseAddress = _gate.App.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _anyone.Dispose();
        await _gate.DisposeAsync();
    }

    [Fact]
    public async Task Upload_ConfirmedAiWithoutVisibleLabel_IsPublishedLabelledWithTheNoticesOfBothLaws()
    {
        // Act
        var published = await _gate.UntilDecidedAsync(await UploadAsync("kling.mp4", Videos.Labelled, "generated"));

        // Assert
        Assert.Equal(
            (CaseState.Published, DecisionOutcome.PublishWithNotice, "1"),
            (published.State, published.Decision!.Outcome, published.Decision.NoticeLabel));
        Assert.Equal(["CN", "EU"], published.Decision.Laws.Select(law => law.Jurisdiction!));
        BlobDownloadResult blob = await _gate.Storage.Blob(published.Location!).DownloadContentAsync();
        Assert.Equal((ApprovedCase.Platform, null), (published.Labelling!.Label!["ContentPropagator"], published.Review));
        Assert.Contains(ApprovedCase.Platform, Encoding.UTF8.GetString(blob.Content.ToArray()), StringComparison.Ordinal);
        Assert.Equal("CN:is EU:aiGenerated", blob.Details.Metadata["ainotice"]);
        var disclosure = await _anyone.GetFromJsonAsync<JsonElement>(blob.Details.Metadata["aidisclosure"]);
        Assert.Equal(
            ["该内容为人工智能生成合成内容。", "AI GENERATED（人工智能生成）"],
            disclosure.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("text").GetProperty("zh").GetString()!));
    }

    [Fact]
    public async Task Upload_FalselyDeclared_IsPublishedWithTheNoticeAndTheContradictionIsRecorded()
    {
        var published = await _gate.UntilDecidedAsync(await UploadAsync("denied.mp4", Videos.Labelled, "notAi"));

        Assert.Equal((CaseState.Published, true), (published.State, published.Decision!.DeclarationContradicted));
    }

    [Fact]
    public async Task Upload_UploaderNotAsked_IsHeldAndNothingIsDisclosed()
    {
        // Act
        var held = await _gate.UntilDecidedAsync(await _gate.UploadAsync("not-asked.mp4", Videos.Clean));

        // Assert
        using var answer = await _anyone.GetAsync(new Uri(PublishedNotices.Path(held.CaseId), UriKind.Relative));
        Assert.Equal((CaseState.Quarantined, "declaration-missing"), (held.State, held.Decision!.Reason));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<string> UploadAsync(string name, BinaryData video, string declaration) =>
        _gate.UploadAsync(name, video, new Dictionary<string, string> { ["aideclaration"] = declaration });
}
