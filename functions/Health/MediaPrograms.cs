using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Serverless.Health;

/// <summary>Finds out once, at start, which versions of the external programs are installed.</summary>
public sealed partial class MediaPrograms(ILogger<MediaPrograms> logger) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly (string Name, string VersionOption)[] Needed = [("ffmpeg", "-version"), ("tesseract", "--version")];

    /// <summary>Program to the first line of what it says about its version; null when it does not run.</summary>
    public IReadOnlyDictionary<string, string?> Versions { get; private set; } = new Dictionary<string, string?>();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var versions = new Dictionary<string, string?>();
        foreach (var (name, option) in Needed)
        {
            var version = await VersionAsync(name, option, cancellationToken);
            versions[name] = version;
            if (version is null)
            {
                Log.Missing(logger, name);
            }
        }

        Versions = versions;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<string?> VersionAsync(string program, string option, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, option) { RedirectStandardOutput = true })!;
            return await FirstLineAsync(process, deadline.Token);
        }
        catch (Exception exception) when (exception is Win32Exception or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<string?> FirstLineAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output.Split('\n', 2)[0].Trim() : null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "{Program} does not run here: install it, for what needs it will fail.")]
        public static partial void Missing(ILogger logger, string program);
    }
}
