using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Telemetry.Insights;
using VideoGate.Tests.Telemetry.Kql;

namespace VideoGate.Tests.Telemetry;

/// <summary>
/// One case in the running app: uploaded through the API, quarantined, approved by a moderator after the app was killed and restarted,
/// published; and its telemetry in Application Insights.
/// </summary>
public sealed class CaseTelemetryFixture : IAsyncLifetime
{
    private const string Title = "Geheimer-Titel-7f3a";
    private const string Description = "Geheime-Beschreibung-51cc";
    private const string Uploader = "uploader-e2d9@example.org";
    private const string Moderator = "moderator-44b1@example.org";
    private const string FileName = "geheimer-name-90ee.mp4";

    private readonly List<string> _secrets = [Title, Description, Uploader, Moderator, FileName, GateProcess.ContentSafetyKey];

    internal ApplicationInsights Insights { get; private set; } = null!;

    internal RunningGate Gate { get; private set; } = null!;

    internal string CaseId { get; private set; } = "";

    /// <summary>Names and texts of uploaders and moderators, and all secrets.</summary>
    internal IReadOnlyList<string> Secrets => _secrets;

    public async ValueTask InitializeAsync()
    {
        Insights = await ApplicationInsights.StartAsync();
        Gate = await RunningGate.StartAsync(
            settings =>
            {
                Insights.Configure(settings);
                // Without a code an approval adds no label, which would wait for the end of the undo window.
                settings["Labelling__ContentPropagator"] = "";
            },
            keepsOrchestrations: true);
        await UploadAsync();
        await Gate.UntilAsync(CaseId, moderated => moderated.State is CaseState.Quarantined);
        await SpanAsync("function AdvanceReview");
        await Gate.App.KillAsync();
        await Gate.App.StartAsync();
        await ApproveAsync();
        await Gate.UntilAsync(CaseId, moderated => moderated.State is CaseState.Published);
        await SpanAsync("function Publish");
        await SpanAsync("function DecideReview");
    }

    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        await Insights.DisposeAsync();
    }

    /// <summary>A request whose span follows those of all earlier requests.</summary>
    internal async Task RefusedAsync()
    {
        using var http = new HttpClient { BaseAddress = Gate.App.Address };
        using var refused = await http.GetAsync(new Uri("/api/policies", UriKind.Relative));
        await SpanAsync("function ListPolicies");
    }

    private Task<IReadOnlyList<Row>> SpanAsync(string name) =>
        Insights.UntilAsync($"dependencies | where name == \"{name}\"", rows => rows.Count > 0);

    private async Task UploadAsync()
    {
        using var http = await SignInAsync(Uploader, Roles.Uploader);
        using var answer = await http.PostAsJsonAsync(
            "/api/uploads", new { fileName = FileName, declaration = "generated", title = Title, description = Description });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var grant = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var url = new Uri(grant.GetProperty("url").GetString()!);
        var signature = new BlobUriBuilder(url).Sas.Signature;
        _secrets.AddRange(
            [signature, Uri.EscapeDataString(signature), Gate.Azurite.ConnectionString.Split("AccountKey=")[1].Split(';')[0]]);
        BlobContentInfo stored = await new BlobClient(url).UploadAsync(Videos.Labelled);
        CaseId = VideoGate.Cases.CaseId.For(Containers.Uploads, grant.GetProperty("blobName").GetString()!, stored.ETag.ToString());
    }

    private async Task ApproveAsync()
    {
        using var http = await SignInAsync(Moderator, Roles.Moderator);
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reviews/{CaseId}/decisions")
            {
                Content = JsonContent.Create(new { verdict = "approve", reasonCode = "notice-added" }),
            };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Headers.TryAddWithoutValidation("If-Match", (await Gate.Cases.RequireAsync(CaseId)).ETag.ToString("H"));
            using var response = await http.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            // The orchestration may have updated the case in the meantime.
            Assert.True(response.StatusCode is HttpStatusCode.PreconditionFailed && attempt < 10,
                await response.Content.ReadAsStringAsync());
        }
    }

    private async Task<HttpClient> SignInAsync(string subject, string role)
    {
        var http = await Gate.App.SignInAsync(Uri.EscapeDataString(subject), role);
        _secrets.Add(http.DefaultRequestHeaders.Authorization!.Parameter!);
        return http;
    }
}
