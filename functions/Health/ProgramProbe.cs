using System.Text;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Visible.Recognition;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VideoGate.Health;

/// <summary>
/// Reports the installed external programs, their containment, and the models that read text. Checks at startup, and again only while
/// something is missing. Health is public: versions are in the log alone.
/// </summary>
public sealed partial class ProgramProbe(ILogger<ProgramProbe> logger) : IHostedService
{
    private static readonly ProgramLimits Limits = new() { Time = TimeSpan.FromSeconds(3), Output = 1 << 20 };

    private static readonly (string Name, string VersionOption, string Package)[] Needed =
    [
        ("ffmpeg", "-version", "ffmpeg"),
        ("ffprobe", "-version", "ffmpeg"),
        ("setpriv", "--version", "util-linux"),
        ("prlimit", "--version", "util-linux"),
    ];

    private const string ModelsCheck = "models/text";

    private HealthCheck[] _last = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var missing in (await CheckAsync()).Where(check => check.State is not HealthState.Ok))
        {
            Log.Missing(logger, missing.Name, missing.Detail, missing.Remedy!);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal async Task<HealthCheck[]> CheckAsync() => [.. await ProgramsAsync(), await ContainmentCheck.CheckAsync()];

    private async Task<HealthCheck[]> ProgramsAsync() =>
        _last is not [] && Array.TrueForAll(_last, check => check.State is HealthState.Ok)
            ? _last
            : _last = [.. await Task.WhenAll(Needed.Select(VersionAsync)), Models()];

    private async Task<HealthCheck> VersionAsync((string Name, string VersionOption, string Package) program)
    {
        if (await SaidAsync(program.Name, program.VersionOption) is { } said)
        {
            Log.Runs(logger, program.Name, said.Split('\n', 2)[0].Trim());
            return HealthCheck.Ok($"program/{program.Name}", "It runs.");
        }

        return HealthCheck.Degraded(
            $"program/{program.Name}",
            $"{program.Name} does not run here: labels in pictures are not read, and videos go to moderators.",
            $"Install it: apt-get install {program.Package}.");
    }

    private static HealthCheck Models() => RecognitionModels.AreInstalled
        ? HealthCheck.Ok(ModelsCheck, "They are there.")
        : HealthCheck.Degraded(
            ModelsCheck, "The models that read text are missing: labels in pictures are not read, and videos go to moderators.",
            $"Copy them to the folder models beside the app, or name their folder in {RecognitionModels.Variable}.");

    /// <returns>The program's output, or null if it does not run in the sandbox used for uploads.</returns>
    private static async Task<string?> SaidAsync(string name, string option)
    {
        try
        {
            var (result, output) = await new ContainedProgram(name, Limits).RunAsync([option]);
            return result.Succeeded ? Encoding.UTF8.GetString(output) : null;
        }
        catch (Exception exception) when (exception is IOException or ContainmentException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Warning, "{Check}: {Detail} {Remedy}")]
        public static partial void Missing(ILogger logger, string check, string detail, string remedy);

        [LoggerMessage(1102, LogLevel.Information, "Program {Program} runs: {Version}.")]
        public static partial void Runs(ILogger logger, string program, string version);
    }
}
