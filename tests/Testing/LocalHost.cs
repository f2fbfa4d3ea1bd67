using System.Diagnostics;

namespace VideoGate.Testing;

/// <summary><c>local/Host</c> as a process that runs an app, with a folder that survives a restart.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("host-");
    private Process? _process;

    public int Port { get; set; } = Ports.Free();

    /// <summary>Port of the identity issuer and the Content Safety emulator.</summary>
    public int ServicesPort { get; } = Ports.Free();

    /// <summary>The host's state.</summary>
    public string Folder => _folder.FullName;

    public string LogFile => Path.Combine(Folder, "host.log");

    public bool IsRunning => _process is not null;

    public Process Process => _process ?? throw new InvalidOperationException("The host is not running.");

    /// <summary>Build configuration of the tests, and of the host and the app to start.</summary>
    private static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    /// <summary>Gets where a project's output is, from the root of the repository.</summary>
    public static string OutputOf(string project) => Path.Combine(Repository.Root, project, "bin", Configuration, "net10.0");

    /// <summary>Starts the host.</summary>
    /// <param name="app">Output of the app.</param>
    /// <param name="options">Additional options of the command line.</param>
    /// <param name="settings">Settings in the environment; null removes one.</param>
    public void Launch(string app, string options, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var host = Path.Combine(OutputOf("local/Host"), "Host.dll");
        var command =
            $"exec dotnet '{host}' --app '{app}' --state '{Folder}' --port {Port} --services-port {ServicesPort} {options} >>'{LogFile}' 2>&1";
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = Folder };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <exception cref="InvalidOperationException">The host ended instead.</exception>
    public async Task UntilListeningAsync()
    {
        try
        {
            await Ports.UntilListeningAsync(Port, Process);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"The host did not start. {await File.ReadAllTextAsync(LogFile)}", exception);
        }
    }

    /// <summary>SIGTERM, as the platform sends it before it removes a replica.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>kill -9 of the host alone: nothing is flushed or reported, and the worker must not outlive it.</summary>
    public Task KillAsync()
    {
        Process.Kill();
        return EndedAsync();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndedAsync()
    {
        using var timeout = new CancellationTokenSource(MaxWait);
        await Process.WaitForExitAsync(timeout.Token);
        var code = Process.ExitCode;
        Process.Dispose();
        _process = null;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await KillAsync();
        }

        _folder.Delete(recursive: true);
    }
}
