using System.Text;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Text;
using AiLabels.Pixels.Visible.Results;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace VideoGate.Health;

/// <summary>
/// Reports the installed external programs and their containment. Checks at startup, and again only while a program is missing. Health is
/// public: versions are in the log alone.
/// </summary>
public sealed partial class ProgramProbe(ILogger<ProgramProbe> logger) : IHostedService
{
    private static readonly ProgramLimits Limits = new() { Time = TimeSpan.FromSeconds(3), Output = 1 << 20 };

    private static readonly (string Name, string VersionOption, string Package)[] Needed =
    [
        ("ffmpeg", "-version", "ffmpeg"),
        ("ffprobe", "-version", "ffmpeg"),
        ("tesseract", "--version", "tesseract-ocr"),
        ("setpriv", "--version", "util-linux"),
        ("prlimit", "--version", "util-linux"),
    ];

    private static readonly string[] Languages =
        [.. $"{new ExplicitLabelOptions().Languages}+{new ScreenTextOptions().Languages}".Split('+').Distinct()];

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
            : _last = [.. await Task.WhenAll(Needed.Select(VersionAsync)), await LanguagesAsync()];

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

    private static async Task<HealthCheck> LanguagesAsync()
    {
        const string Name = "program/tesseract-languages";
        var installed = (await SaidAsync("tesseract", "--list-langs"))?.Split('\n', StringSplitOptions.TrimEntries) ?? [];
        string[] missing = [.. Languages.Except(installed)];
        return missing is []
            ? HealthCheck.Ok(Name, string.Join(' ', Languages))
            : HealthCheck.Degraded(
                Name, $"Not installed: {string.Join(' ', missing)}. Labels in pictures are not read.",
                $"Install them: apt-get install {string.Join(' ', missing.Select(Package))}.");
    }

    private static string Package(string language) => $"tesseract-ocr-{language.Replace('_', '-')}";

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
