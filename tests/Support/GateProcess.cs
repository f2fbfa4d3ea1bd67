using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Serverless.Tests.Support;

/// <summary>The function app as a process of its own, with a folder for its state: it can be killed and started again.</summary>
internal sealed class GateProcess(Azurite azurite) : IAsyncDisposable
{
    public const string ContentSafetyKey = "a-key-for-tests";

    // At most on the first of January: tests run these by hand.
    private const string Never = "0 0 0 1 1 *";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gate-");
    private readonly int _port = Ports.Free();
    private Process? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>The durable engine's database.</summary>
    public string DurableDatabase => Path.Combine(_folder.FullName, ".local", "durable.db");

    /// <summary>What the local runtime remembers of blobs and timers.</summary>
    public string RuntimeDatabase => Path.Combine(_folder.FullName, ".local", "runtime.db");

    public string Log => Path.Combine(_folder.FullName, "app.log");

    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The app is not running.");

    /// <summary>Further settings, such as <c>Policies__Active</c>; set before the start.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public async Task StartAsync()
    {
        // Its own, though it says nothing: the one that ./run.sh leaves in the repository would be found instead.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "local.settings.json"), """{"IsEncrypted": false, "Values": {}}""");
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec dotnet '{AppPath}' >>'{Log}' 2>&1"]) { WorkingDirectory = _folder.FullName };
        foreach (var (name, value) in DefaultSettings().Concat(Settings))
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        try
        {
            await Ports.UntilListeningAsync(_port, _process);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"The app did not start. {await File.ReadAllTextAsync(Log)}", exception);
        }
    }

    /// <summary>kill -9: nothing is flushed, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    /// <summary>Runs a timer function by hand; the answer comes before it has run.</summary>
    public async Task RunTimerAsync(string function)
    {
        using var keys = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, ".local", "keys.json")));
        using var http = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/admin/functions/{function}", UriKind.Relative));
        request.Headers.Add("x-functions-key", keys.RootElement.GetProperty("master").GetString());
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>A client that is signed in with a development token.</summary>
    public async Task<HttpClient> SignInAsync(string subject, params string[] roles)
    {
        var http = new HttpClient { BaseAddress = Address };
        var query = string.Concat(roles.Select(role => $"&role={role}"));
        var token = await http.GetStringAsync(new Uri($"/local/identity/token?sub={subject}{query}", UriKind.Relative));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    private static string AppPath { get; } = Repository.Find("Functions.dll")
        ?? throw new FileNotFoundException("Functions.dll is not beside the tests; build the solution.");

    private Dictionary<string, string> DefaultSettings() => new()
    {
        ["Host__LocalHttpPort"] = $"{_port}",
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["IntakeStorage"] = azurite.ConnectionString,
        ["PublishStorage"] = azurite.ConnectionString,
        ["AuditStorage"] = azurite.ConnectionString,
        ["Storage__CreateContainers"] = "true",
        ["AuditVerification__Schedule"] = Never,
        ["Reconciliation__Schedule"] = Never,
        ["Retention__Schedule"] = Never,
        ["TrustLists__Schedule"] = Never,
        ["ContentSafety__Endpoint"] = $"{Address}local",
        ["ContentSafety__Key"] = ContentSafetyKey,
        ["Policies__Active"] = "cn-labeling-measures",
        ["Identity__Authority"] = $"{Address}local/identity",
        ["Identity__Audience"] = "api://serverless",
        ["Identity__RequireHttpsMetadata"] = "false",
        ["Console__ClientId"] = "console",
    };
}
