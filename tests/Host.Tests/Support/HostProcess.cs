using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace VideoGate.Local.Host.Tests.Support;

/// <summary>The local host as a process, with the app of tests/Host.App; it can be killed and restarted.</summary>
/// <param name="storage">Storage of locks, keys and orchestrations.</param>
internal sealed class HostProcess(string storage) : IAsyncDisposable
{
    public const string HostId = "hosttests";

    /// <summary>Runs at most on the first of January.</summary>
    private const string Never = "0 0 0 1 1 *";

    private readonly LocalHost _host = new();

    public static string AppFolder { get; } = LocalHost.OutputOf("tests/Host.App");

    public int Port
    {
        get => _host.Port;
        init => _host.Port = value;
    }

    public string App { get; init; } = AppFolder;

    /// <summary>Additional options of the command line.</summary>
    public string Options { get; init; } = "";

    /// <summary>Settings in the environment; null removes one.</summary>
    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["AzureWebJobsStorage"] = storage,
        ["AzureFunctionsWebHost__hostid"] = HostId,
        ["Tick__Schedule"] = Never,
    };

    public HttpClient Http { get; private set; } = new();

    public string Log => File.ReadAllText(_host.LogFile);

    /// <summary>Starts the host and waits until it listens.</summary>
    public async Task<HostProcess> StartAsync()
    {
        Launch();
        await _host.UntilListeningAsync();
        return this;
    }

    /// <summary>Starts a host that cannot run, and waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync()
    {
        Launch();
        return EndedAsync();
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _host.KillAsync();

    public void Terminate() => _host.Terminate();

    /// <returns>The exit code.</returns>
    public Task<int> EndedAsync() => _host.EndedAsync();

    public async Task<HttpResponseMessage> GetAsync(string path, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", key is null ? [] : [key]);
        return await Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { }) };
        request.Headers.Add("x-functions-key", key is null ? [] : [key]);
        return await Http.SendAsync(request);
    }

    /// <summary>The id of the worker's process, from its own response.</summary>
    public async Task<int> WorkerIdAsync() => (await GetJsonAsync("api/echo/worker")).GetProperty("worker").GetInt32();

    /// <summary>Retries while the host has not detected the end of its worker.</summary>
    public async Task<JsonElement> GetJsonAsync(string path)
    {
        while (true)
        {
            using var response = await Http.GetAsync(path);
            if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway))
            {
                Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}. {Log}");
                return await response.Content.ReadFromJsonAsync<JsonElement>();
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Starts an orchestration.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OrchestrateAsync(string name, string key, string how, double seconds = 0)
    {
        using var response = await Http.PostAsJsonAsync($"api/orchestrations/{name}", new { key, how, seconds });
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    /// <summary>Waits until an orchestration ends.</summary>
    /// <returns>Its output.</returns>
    public Task<string> OutputAsync(string id) => Eventually.GetAsync(async () =>
    {
        var status = await GetJsonAsync($"api/orchestrations/{id}");
        return status.GetProperty("status").GetString() is "Completed" or "Failed" ? $"{status.GetProperty("output")}" : null;
    });

    /// <summary>Lines that the app's functions wrote under a key.</summary>
    public string[] Markers(string key) =>
        File.Exists(Path.Combine(_host.Folder, key)) ? File.ReadAllLines(Path.Combine(_host.Folder, key)) : [];

    public Task MarkedAsync(string key, string line) => Eventually.IsAsync(() => Markers(key).Contains(line));

    /// <summary>The file of keys.</summary>
    public async Task<JsonElement> SecretsAsync(string hostId = HostId)
    {
        var blob = new BlobClient(storage, "azure-webjobs-secrets", $"{hostId}/host.json");
        await Eventually.GetAsync(async () => await blob.ExistsAsync() ? "" : null);
        return (await blob.DownloadContentAsync()).Value.Content.ToObjectFromJson<JsonElement>();
    }

    public async Task<string> MasterKeyAsync() => (await SecretsAsync()).GetProperty("masterKey").GetProperty("value").GetString()!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>The environment of a host or of a worker that a test starts.</summary>
    public void Apply(IDictionary<string, string?> environment)
    {
        foreach (var (name, value) in Environment)
        {
            environment[name] = value;
        }
    }

    private IEnumerable<KeyValuePair<string, string?>> Environment => Settings.Append(new("MARKERS", _host.Folder));

    private void Launch()
    {
        Http.Dispose();
        Http = new() { BaseAddress = new($"http://127.0.0.1:{Port}/"), Timeout = LocalHost.MaxWait };
        _host.Launch(App, Options, Environment);
    }
}
