using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace VideoGate.Testing.App;

/// <summary>
/// The function app under the local host, as ./run.sh starts it: host and worker are processes that can be killed and restarted.
/// </summary>
internal sealed class GateProcess(Azurite azurite) : IAsyncDisposable
{
    public const string ContentSafetyKey = "a-key-for-tests";

    // At most on the first of January: tests run these timers by hand.
    private const string Never = "0 0 0 1 1 *";

    private static readonly string SigningKey = NewSigningKey();

    private const string HostId = "videogate";
    private const string StorageProvider = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";

    private readonly LocalHost _host = new();

    /// <summary>Address of the app.</summary>
    public Uri Address => new($"http://127.0.0.1:{_host.Port}");

    /// <summary>Address of the identity issuer and the Content Safety emulator.</summary>
    public Uri Services => new($"http://127.0.0.1:{_host.ServicesPort}");

    public string Log => _host.LogFile;

    /// <summary>The host's process.</summary>
    public int ProcessId => _host.Process.Id;

    /// <summary>
    /// Whether orchestrations are stored in Azurite and survive a kill; otherwise in the host's memory. Set before the start.
    /// </summary>
    public bool KeepsOrchestrations { get; set; }

    /// <summary>Whether events of uploads are delivered; otherwise each is lost. Set before the start.</summary>
    public bool ReportsBlobs { get; set; } = true;

    /// <summary>Additional settings, such as <c>Policies__Active</c>; set before the start.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public async Task StartAsync()
    {
        _host.Launch(
            LocalHost.OutputOf("functions"), ReportsBlobs ? "" : "--no-blob-events",
            DefaultSettings().Concat(Settings).Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        try
        {
            await _host.UntilListeningAsync();
            using var http = new HttpClient { BaseAddress = Address };
            using var live = await http.GetAsync(new Uri("/api/health/live", UriKind.Relative));
            live.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException exception)
        {
            throw new InvalidOperationException($"The app did not start. {await File.ReadAllTextAsync(Log)}", exception);
        }
    }

    /// <inheritdoc cref="LocalHost.KillAsync"/>
    public async Task KillAsync()
    {
        if (!KeepsOrchestrations)
        {
            throw new InvalidOperationException($"Orchestrations in memory do not outlive a kill: set {nameof(KeepsOrchestrations)}.");
        }

        await _host.KillAsync();
    }

    /// <summary>kill -9 of the worker; the host starts another.</summary>
    public async Task KillWorkerAsync()
    {
        using var worker = Process.GetProcessById(await WorkerIdAsync());
        worker.Kill();
        await worker.WaitForExitAsync();
    }

    /// <inheritdoc cref="LocalHost.Terminate"/>
    public async Task StopAsync()
    {
        if (_host.IsRunning)
        {
            _host.Terminate();
            await _host.EndedAsync();
        }
    }

    /// <summary>Waits until the host has started a worker.</summary>
    public async Task<int> WorkerIdAsync()
    {
        int? worker;
        while ((worker =
            Directory.GetDirectories($"/proc/{ProcessId}/task").Select(ChildOf).FirstOrDefault(child => child is not null)) is null)
        {
            await Task.Delay(50);
        }

        return worker.Value;
    }

    /// <summary>The host's master key.</summary>
    public async Task<string> MasterKeyAsync()
    {
        var blob = new BlobClient(azurite.ConnectionString, "azure-webjobs-secrets", $"{HostId}/host.json");
        using var keys = JsonDocument.Parse((await blob.DownloadContentAsync()).Value.Content);
        return keys.RootElement.GetProperty("masterKey").GetProperty("value").GetString()!;
    }

    /// <summary>Runs a timer function by hand; returns before it has run.</summary>
    public async Task RunTimerAsync(string function)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/admin/functions/{function}", UriKind.Relative));
        request.Headers.Add("x-functions-key", await MasterKeyAsync());
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>A client signed in with a development token.</summary>
    public async Task<HttpClient> SignInAsync(string subject, params string[] roles)
    {
        var http = new HttpClient { BaseAddress = Address };
        var query = string.Concat(roles.Select(role => $"&role={role}"));
        var token = await http.GetStringAsync(new Uri(Services, $"/local/identity/token?sub={subject}{query}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return http;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static int? ChildOf(string task)
    {
        try
        {
            return int.TryParse(File.ReadAllText(Path.Combine(task, "children")).Split(' ')[0], out var child) ? child : null;
        }
        catch (IOException)
        {
            return null; // The thread has ended.
        }
    }

    private Dictionary<string, string> DefaultSettings() => new()
    {
        ["AzureFunctionsWebHost__hostid"] = HostId,
        [$"{StorageProvider}type"] = KeepsOrchestrations ? "AzureStorage" : "memory",
        [$"{StorageProvider}connectionStringName"] = "AzureWebJobsStorage",
        [$"{StorageProvider}maxQueuePollingInterval"] = "00:00:00.200",
        [$"{StorageProvider}partitionCount"] = "1",
        [$"{StorageProvider}workItemQueueVisibilityTimeout"] = "00:01:00",
        [$"{StorageProvider}controlQueueVisibilityTimeout"] = "00:01:00",
        ["AzureFunctionsJobHost__logging__logLevel__Function"] = "Warning",
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["IntakeStorage"] = azurite.ConnectionString,
        ["PublishStorage"] = azurite.ConnectionString,
        ["AuditStorage"] = azurite.ConnectionString,
        ["Storage__CreateContainers"] = "true",
        ["AuditVerification__Schedule"] = Never,
        ["AuditAnchor__Schedule"] = Never,
        ["Audit__SigningKey"] = SigningKey,
        ["Reconciliation__Schedule"] = Never,
        ["Retention__Schedule"] = Never,
        ["TrustLists__Schedule"] = Never,
        ["ContentSafety__Endpoint"] = $"{Services}local",
        ["ContentSafety__Key"] = ContentSafetyKey,
        ["Policies__Active"] = "cn-moderated",
        // A fictitious organization with a valid check character.
        ["Labelling__ContentPropagator"] = "001191110000MA0000000H20000",
        ["Identity__Authority"] = $"{Services}local/identity",
        ["Identity__Audience"] = "api://videogate",
        ["Identity__RequireHttpsMetadata"] = "false",
        ["Console__ClientId"] = "console",
    };

    private static string NewSigningKey()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
