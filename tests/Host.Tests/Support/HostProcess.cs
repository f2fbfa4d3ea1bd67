using System.Diagnostics;
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

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("host-");
    private Process? _process;

    public static string AppFolder { get; } = Path.Combine(Repository.Root, "tests/Host.App/bin", Configuration, "net10.0");

    public int Port { get; init; } = Ports.Free();

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

    public Process Process => _process ?? throw new InvalidOperationException("The host is not running.");

    public string Log => File.ReadAllText(LogFile);

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    private string LogFile => Path.Combine(_folder.FullName, "host.log");

    /// <summary>Starts the host and waits until it listens.</summary>
    public async Task<HostProcess> StartAsync()
    {
        Launch();
        try
        {
            await Ports.UntilListeningAsync(Port, Process);
            return this;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"The host did not start. {Log}", exception);
        }
    }

    /// <summary>Starts a host that cannot run, and waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync()
    {
        Launch();
        return EndedAsync();
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync()
    {
        Process.Kill();
        return EndedAsync();
    }

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Process.Id}"]);
        kill.WaitForExit();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndedAsync()
    {
        using var timeout = new CancellationTokenSource(MaxWait);
        await Process.WaitForExitAsync(timeout.Token);
        var code = Process.ExitCode;
        _process?.Dispose();
        _process = null;
        return code;
    }

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
        File.Exists(Path.Combine(_folder.FullName, key)) ? File.ReadAllLines(Path.Combine(_folder.FullName, key)) : [];

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
        if (_process is not null)
        {
            await KillAsync();
        }

        Http.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The environment of a host or of a worker that a test starts.</summary>
    public void Apply(IDictionary<string, string?> environment)
    {
        foreach (var (name, value) in Settings.Append(new("MARKERS", _folder.FullName)))
        {
            environment[name] = value;
        }
    }

    private void Launch()
    {
        var host = Path.Combine(Repository.Root, "local/Host/bin", Configuration, "net10.0/Host.dll");
        var command =
            $"exec dotnet '{host}' --app '{App}' --state '{_folder.FullName}' --port {Port} --services-port {Ports.Free()} {Options} >>'{LogFile}' 2>&1";
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = _folder.FullName };
        Apply(start.Environment);
        Http.Dispose();
        Http = new() { BaseAddress = new($"http://127.0.0.1:{Port}/"), Timeout = MaxWait };
        _process = Process.Start(start)!;
    }
}
