using System.Net;
using System.Net.Http.Json;
using Azure;
using Azure.AI.ContentSafety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using VideoGate.Local.ContentSafety.Emulator;

namespace VideoGate.Local.ContentSafety.Tests;

/// <summary>The emulator on a free port.</summary>
public sealed class RunningEmulator : IAsyncLifetime
{
    public const string Key = "a-key-for-tests";

    private readonly WebApplication _app;

    public RunningEmulator()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        new ContentSafetyEmulator(Key, TimeProvider.System, NullLogger<ContentSafetyEmulator>.Instance).Map(_app);
    }

    public Uri Endpoint => new($"{_app.Urls.Single()}/local");

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public ContentSafetyClient Client(string key = Key, int retries = 0)
    {
        var options = new ContentSafetyClientOptions();
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return new ContentSafetyClient(Endpoint, new AzureKeyCredential(key), options);
    }

    public async Task OrderAsync(string kind, int count = 1, int seconds = 0)
    {
        using var response = await SendAsync(HttpMethod.Post, "faults", new { kind, count, seconds });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Creates a blocklist with one item.</summary>
    public async Task BlockAsync(string list, string text)
    {
        const string Version = "api-version=2023-10-01";
        using var made = await SendAsync(HttpMethod.Patch, $"text/blocklists/{list}?{Version}", new { description = "for a test" });
        made.EnsureSuccessStatusCode();
        using var added = await SendAsync(
            HttpMethod.Post, $"text/blocklists/{list}:addOrUpdateBlocklistItems?{Version}",
                new { blocklistItems = new[] { new { text } } });
        added.EnsureSuccessStatusCode();
    }

    /// <summary>Sends a request that the client does not support.</summary>
    public async Task<HttpResponseMessage> SendAsync<T>(HttpMethod method, string path, T body)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", Key);
        using var request =
            new HttpRequestMessage(method, new Uri($"{Endpoint}/contentsafety/{path}")) { Content = JsonContent.Create(body) };
        return await http.SendAsync(request);
    }
}
