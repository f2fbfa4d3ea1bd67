using System.Net.Http.Json;
using VideoGate.Testing.App;

namespace VideoGate.Tests.EndToEnd;

/// <summary>A running gate whose Content Safety can have injected faults.</summary>
internal sealed class ContentGate : IAsyncDisposable
{
    private readonly DirectoryInfo _policies = Directory.CreateTempSubdirectory("policies-");
    private readonly HttpClient _http = new();

    private ContentGate()
    {
    }

    public RunningGate Gate { get; private set; } = null!;

    /// <param name="maxWait">How long the policy waits for content safety.</param>
    public static async Task<ContentGate> StartAsync(string maxWait, Action<Dictionary<string, string>>? configure = null)
    {
        var made = new ContentGate();
        var policy = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Policies", "cn-moderated.json"));
        await File.WriteAllTextAsync(
            Path.Combine(made._policies.FullName, "policy.json"),
            policy.Replace("\"maxWait\": \"PT1H\"", $"\"maxWait\": \"{maxWait}\"", StringComparison.Ordinal));
        made.Gate = await RunningGate.StartAsync(settings =>
        {
            settings["Policies__Folder"] = made._policies.FullName;
            settings["ContentSafety__Timeout"] = "00:00:10";
            settings["Decoding__ListenForLabels"] = "true";
            configure?.Invoke(settings);
        });
        made._http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", GateProcess.ContentSafetyKey);
        return made;
    }

    /// <summary>Injects faults into the next requests, see <c>local/ContentSafety</c>.</summary>
    public async Task OrderAsync(string kind, int count, int seconds = 0)
    {
        var address = new Uri(Gate.App.Services, "/local/contentsafety/faults");
        using var response = await _http.PostAsJsonAsync(address, new { kind, count, seconds });
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Gate.DisposeAsync();
        _policies.Delete(recursive: true);
    }
}
