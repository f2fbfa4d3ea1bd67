using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;

namespace Serverless.Tests.Support;

/// <summary>Runs Azurite's blob service on a free port with an empty folder of its own, and stops it with the tests that share it.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    // Public and the same everywhere.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-");
    private readonly int port = FreePort();
    private Process? process;

    public string ConnectionString => For("devstoreaccount1");

    /// <summary>A second account in the same service, for what happens between accounts.</summary>
    public string OtherConnectionString => For("otheraccount");

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            [Locate(), "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", folder.FullName, "--blobHost", "127.0.0.1", "--blobPort", $"{port}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = $"devstoreaccount1:{Key};otheraccount:{Key}";
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilListeningAsync();
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private async Task UntilListeningAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
                return;
            }
            catch (SocketException) when (!process!.HasExited)
            {
                await Task.Delay(50, deadline.Token);
            }
        }
    }

    private string For(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{port}/{account};";

    private static string Locate()
    {
        const string script = "node_modules/azurite/dist/src/blob/main.js";
        var candidates = RepositoryRoots().Select(root => Path.Combine(root, ".local/tools", script));
        return Environment.GetEnvironmentVariable("AZURITE_PATH")
            ?? candidates.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"Azurite is not installed: run ./test.sh, or set AZURITE_PATH to its {script}.");
    }

    private static IEnumerable<string> RepositoryRoots()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests of this collection share one Azurite; each works on names of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
