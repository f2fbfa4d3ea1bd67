using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Protobuf;
using Serverless.Azure.Tests.Host;
using Serverless.Azure.Tests.Host.Rpc;
using Serverless.Tests.Support;

namespace Serverless.Azure.Tests;

[Collection(AzureAppTests.Name)]
public sealed class WorkflowTests(AzureApp app)
{
    [Fact]
    public async Task Upload_WithNothingThatSaysAi_IsPublished()
    {
        var name = await UploadAsync(Videos.Clean);

        var run = await ModerateAsync(name);

        Assert.Equal(OrchestrationStatus.Completed, run.Status);
        Assert.Equal(["OpenCase", "InspectVideo", "LookAtVideo", "AnalyzeFrames", "AnalyzeText", "DecideCase", "Publish"], run.Activities);
        Assert.True(await ExistsAsync("published", name));
        Assert.False(await ExistsAsync("uploads", name));
    }

    [Fact]
    public async Task Upload_LabelledInItsMetadataAlone_WaitsForAModerator()
    {
        var name = await UploadAsync(Videos.Talking);

        var run = await ModerateAsync(name);

        Assert.Equal(OrchestrationStatus.Running, run.Status);
        Assert.Contains("Quarantine", run.Activities);
        Assert.True(await ExistsAsync("quarantine", name));
        var queue = await app.Http.SendAsync(HttpMethod.Get, "/api/reviews", token: app.Host.Issuer.Token("moderator", "Moderator"));
        Assert.Contains("explicit-label-missing", await queue.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_OfAModerator_PublishesTheWaitingVideo()
    {
        var name = await UploadAsync(Videos.Talking);
        var run = await ModerateAsync(name);
        var review = $"/api/reviews/{run.Id}";
        var token = app.Host.Issuer.Token("moderator", "Moderator");
        var shown = await app.Http.SendAsync(HttpMethod.Get, review, token: token);
        var verdict = JsonContent.Create(new { verdict = "approve", reasonCode = "label-verified" });

        var decided = await app.Http.SendAsync(
            HttpMethod.Post, $"{review}/decisions", verdict, token, ("If-Match", shown.Headers.ETag!.ToString()), ("Idempotency-Key", "one"));
        await GoOnAsync(run);

        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
        Assert.Equal(["AdvanceReview", "AdvanceReview", "Publish"], run.Activities.SkipWhile(activity => activity != "AdvanceReview"));
        Assert.True(await ExistsAsync("published", name));
    }

    [Fact]
    public async Task Trace_OfAnUpload_IsOneThatNamesTheCaseAtEachStep()
    {
        var name = await UploadAsync(Videos.Clean);

        var run = await ModerateAsync(name);

        var query = $"dependencies | where tostring(customDimensions[\"case.id\"]) == \"{run.Id}\" and name startswith \"function \"";
        var spans = await app.Insights.UntilAsync(query, rows => rows.Count > run.Activities.Count);
        Assert.Equal(run.Activities.Prepend("UploadArrived").Select(step => $"function {step}"), spans.OrderBy(span => span["timestamp"]).Select(span => span["name"]));
        Assert.Single(spans.Select(span => span["operation_Id"]).Distinct());
        await app.Insights.UntilAsync($"traces | where message == \"Case {run.Id} ended Published.\"", rows => rows.Count == 1);
        Assert.Empty(app.Insights.Query("dependencies | where name == \"function ModerateVideo\""));
    }

    [Fact]
    public async Task UploadArrived_SaidTwice_StartsOneCase()
    {
        var name = await UploadAsync(Videos.Clean);

        await ArrivedAsync(name);
        await ArrivedAsync(name);

        Assert.Single(StartedFor(name));
    }

    /// <summary>As an uploader does: asks for a place, and writes to it.</summary>
    private async Task<string> UploadAsync(BinaryData video)
    {
        var request = JsonContent.Create(new { fileName = "a.mp4", declaration = "none", title = "A title" });
        var response = await app.Http.SendAsync(HttpMethod.Post, "/api/uploads", request, app.Host.Issuer.Token("uploader", "Uploader"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var grant = await response.Content.ReadFromJsonAsync<JsonElement>();
        var blob = new BlobClient(new Uri(grant.GetProperty("url").GetString()!));
        await blob.UploadAsync(video);
        return blob.Name;
    }

    private async Task<Orchestration> ModerateAsync(string name)
    {
        await ArrivedAsync(name);
        var run = StartedFor(name).Single();
        await GoOnAsync(run);
        return run;
    }

    private async Task GoOnAsync(Orchestration run)
    {
        await run.RunAsync();
        Assert.True(run.Failures is [], $"{string.Join('\n', run.Failures)}\n{app.Host.Log}");
    }

    /// <summary>As the blob extension says it.</summary>
    private async Task ArrivedAsync(string name)
    {
        var place = JsonSerializer.SerializeToUtf8Bytes(new { Connection = "IntakeStorage", ContainerName = "uploads", BlobName = name });
        var blob = new ModelBindingData { Version = "1.0", Source = "AzureStorageBlobs", ContentType = "application/json", Content = Google.Protobuf.ByteString.CopyFrom(place) };
        var invocation = app.Host.Invocation("UploadArrived", new() { ModelBindingData = blob });
        invocation.TriggerMetadata["name"] = new() { String = name };

        var answer = await app.Host.InvokeAsync(invocation);

        Assert.True(answer.Result.Status is StatusResult.Types.Status.Success, $"{answer.Result.Exception?.Message}\n{app.Host.Log}");
    }

    private IEnumerable<Orchestration> StartedFor(string name) =>
        app.Host.Hub.Instances.Where(instance => instance.Input.Contains(name, StringComparison.Ordinal));

    private async Task<bool> ExistsAsync(string container, string name) =>
        await new BlobClient(app.Storage, container, name).ExistsAsync();
}
