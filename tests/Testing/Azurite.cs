using System.Diagnostics;

namespace VideoGate.Testing;

/// <summary>Azurite as a separate process, on free ports, with a folder that survives a stop: the storage of a deployed app.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    // Public and the same everywhere.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azurite-");
    private readonly int _blobPort = Ports.Free();
    private readonly int _queuePort = Ports.Free();
    private readonly int _tablePort = Ports.Free();
    private Process? _process;
    private long _requests;

    public string ConnectionString => For("devstoreaccount1");

    /// <summary>A second account in the same service, for operations between accounts.</summary>
    public string OtherConnectionString => For("otheraccount");

    /// <summary>Number of requests answered so far: Azurite prints a line for each.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public int BlobPort => _blobPort;

    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("Azurite is not running.");

    public static async Task<Azurite> StartNewAsync()
    {
        var azurite = new Azurite();
        await azurite.StartAsync();
        return azurite;
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("node", [
            Locate(), "--skipApiVersionCheck", "--disableTelemetry", "--location", _folder.FullName,
            "--blobHost", "127.0.0.1", "--blobPort", $"{_blobPort}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{_queuePort}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{_tablePort}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["AZURITE_ACCOUNTS"] = $"devstoreaccount1:{Key};otheraccount:{Key}";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Count;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Ports.UntilListeningAsync(_blobPort, _process);
        await Ports.UntilListeningAsync(_queuePort, _process);
        await Ports.UntilListeningAsync(_tablePort, _process);
    }

    /// <summary>Stops responding, as in an outage; stored data is kept.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        using var terminate = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private void Count(object sender, DataReceivedEventArgs line)
    {
        if (line.Data?.Contains(" HTTP/1.1\" ", StringComparison.Ordinal) is true)
        {
            Interlocked.Increment(ref _requests);
        }
    }

    private string For(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{_blobPort}/{account};QueueEndpoint=http://127.0.0.1:{_queuePort}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{_tablePort}/{account};";

    private static string Locate() =>
        Environment.GetEnvironmentVariable("AZURITE_PATH")
        ?? Repository.Find(".local/tools/node_modules/azurite/dist/src/azurite.js")
        ?? throw new FileNotFoundException("Azurite is not installed: run ./test.sh, or set AZURITE_PATH to its dist/src/azurite.js.");
}
