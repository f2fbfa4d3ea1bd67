using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Serverless.Access;
using Serverless.Cases;
using Serverless.Storage;
using Serverless.Tests.Support;
using Serverless.Tests.Telemetry.Insights;
using Serverless.Tests.Telemetry.Kql;

namespace Serverless.Tests.Telemetry;

/// <summary>One case from its upload through the API to a moderator's decision, with a restart of the app in between, as Application Insights sees it.</summary>
public sealed class CaseTelemetryTests : IAsyncLifetime
{
    private const string Title = "Geheimer-Titel-7f3a";
    private const string Description = "Geheime-Beschreibung-51cc";
    private const string Uploader = "uploader-e2d9@example.org";
    private const string Moderator = "moderator-44b1@example.org";
    private const string FileName = "geheimer-name-90ee.mp4";

    private readonly List<string> _secrets = [Title, Description, Uploader, Moderator, FileName];
    private ApplicationInsights _insights = null!;
    private RunningGate _gate = null!;
    private string _caseId = "";

    public async Task InitializeAsync()
    {
        _insights = await ApplicationInsights.StartAsync();
        _gate = await RunningGate.StartAsync(_insights.Configure);
        await UploadAsync();
        await _gate.UntilAsync(_caseId, moderated => moderated.State is CaseState.Quarantined);
        await SpanAsync("function AdvanceReview");
        await _gate.App.KillAsync();
        await _gate.App.StartAsync();
        await ApproveAsync();
        await _gate.UntilAsync(_caseId, moderated => moderated.State is CaseState.Published);
        await SpanAsync("function Publish");
        await SpanAsync("function DecideReview");
    }

    public async Task DisposeAsync()
    {
        await _gate.DisposeAsync();
        await _insights.DisposeAsync();
    }

    [Fact]
    public async Task Case_FromUploadToPublication_IsOneTraceThatTellsEachStepOnce()
    {
        var spans = _insights.Tables["dependencies"];
        var upload = Assert.Single(spans, span => Is(span, "function UploadArrived"));
        var trace = spans.Where(span => span["operation_Id"]!.Equals(upload["operation_Id"])).ToList();

        // Every step, and each once although the orchestrator was replayed after the restart; no span of the orchestrator itself.
        string[] once =
            ["OpenCase", "InspectVideo", "LookAtVideo", "AnalyzeFrames", "AnalyzeText", "DecideCase", "Quarantine", "Publish"];
        Assert.All(once, step => Assert.Single(trace, span => Is(span, $"function {step}")));
        Assert.Single(trace, span => Is(span, "change review"));
        Assert.DoesNotContain(spans, span => Is(span, "function ModerateVideo"));

        // Connected: but for its root, every span's parent is in it.
        var ids = trace.Select(span => span["id"]).ToHashSet();
        Assert.All(trace.Where(span => span != upload), span => Assert.Contains(span["operation_ParentId"], ids));

        // About the case: all of it but the look at the blob that tells which case it is.
        var without = trace.Where(span => CaseOf(span) is null).ToList();
        Assert.All(trace.Except(without), span => Assert.Equal(_caseId, CaseOf(span)));
        Assert.All(without, span => Assert.Equal((upload["id"], "HTTP"), (span["operation_ParentId"], span["type"])));
        Assert.True(without.Count <= 1, "Only the first call of the upload's own function comes before the case has an id.");

        // A request of a moderator is a trace of its own, and leads to the case's.
        var request = Assert.Single(spans, span => Is(span, "function DecideReview"));
        Assert.NotEqual(upload["operation_Id"], request["operation_Id"]);
        Assert.Equal(_caseId, CaseOf(request));
        Assert.Contains((string)upload["operation_Id"]!, (string)((Row)request["customDimensions"]!)["_MS.links"]!, StringComparison.Ordinal);

        await NothingIsGivenAwayAsync();
        EveryLineNamesItsCase();
    }

    private async Task NothingIsGivenAwayAsync()
    {
        var console = await File.ReadAllTextAsync(_gate.App.Log);
        Assert.Contains(_caseId, console, StringComparison.Ordinal);
        foreach (var secret in _secrets)
        {
            Assert.DoesNotContain(secret, console, StringComparison.OrdinalIgnoreCase);
            Assert.All(_insights.Texts, text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    private void EveryLineNamesItsCase()
    {
        var lines = _insights.Query("traces | where tostring(customDimensions.CategoryName) startswith \"Serverless.\"");
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(_caseId, ((Row)line["customDimensions"]!).GetValueOrDefault("CaseId")));
    }

    private Task<IReadOnlyList<Row>> SpanAsync(string name) =>
        _insights.UntilAsync($"dependencies | where name == \"{name}\"", rows => rows.Count > 0);

    private async Task UploadAsync()
    {
        using var http = await SignInAsync(Uploader, Roles.Uploader);
        using var answer = await http.PostAsJsonAsync(
            "/api/uploads", new { fileName = FileName, contentType = "video/mp4", declaration = "generated", title = Title, description = Description });
        var grant = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var url = new Uri(grant.GetProperty("url").GetString()!);
        _secrets.Add(WebUtility.UrlDecode(new BlobUriBuilder(url).Sas.Signature));
        _secrets.Add(WebUtility.UrlEncode(new BlobUriBuilder(url).Sas.Signature));
        var key = _gate.Azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0];
        _secrets.Add(key);
        _secrets.Add(GateProcess.ContentSafetyKey);
        BlobContentInfo stored = await new BlobClient(url).UploadAsync(Videos.Labelled);
        _caseId = CaseId.For(Containers.Uploads, grant.GetProperty("blobName").GetString()!, stored.ETag.ToString());
    }

    private async Task ApproveAsync()
    {
        using var http = await SignInAsync(Moderator, Roles.Moderator);
        using var refused = await http.GetAsync(new Uri($"/api/reviews/{_caseId}?title={Title}", UriKind.Relative));
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reviews/{_caseId}/decisions")
            {
                Content = JsonContent.Create(new { verdict = "approve", reasonCode = "label-verified" }),
            };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Headers.TryAddWithoutValidation("If-Match", (await _gate.Cases.RequireAsync(_caseId)).ETag.ToString("H"));
            using var response = await http.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            Assert.True(response.StatusCode is HttpStatusCode.PreconditionFailed && attempt < 10, await response.Content.ReadAsStringAsync());
        }
    }

    private async Task<HttpClient> SignInAsync(string subject, string role)
    {
        var http = await _gate.App.SignInAsync(Uri.EscapeDataString(subject), role);
        _secrets.Add(http.DefaultRequestHeaders.Authorization!.Parameter!);
        return http;
    }

    private static bool Is(Row span, string name) => name.Equals(span["name"]);

    private static string? CaseOf(Row span) => ((Row)span["customDimensions"]!).GetValueOrDefault("case.id") as string;
}
