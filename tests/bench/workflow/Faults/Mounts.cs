using System.Diagnostics;

namespace VideoGate.Bench.Workflow.Faults;

/// <summary>
/// Mounts that this process and its children alone see: full disks, and programs that are missing or misbehave. Needs root and
/// <c>unshare</c>.
/// </summary>
internal static class Mounts
{
    private const string Mark = "BENCH_PRIVATE_MOUNTS";
    private const string Programs = "/usr/bin";

    public static bool ArePrivate => Environment.GetEnvironmentVariable(Mark) is not null;

    public static bool Allowed => Environment.IsPrivilegedProcess && File.Exists("/usr/bin/unshare");

    /// <summary>Runs this program again, with mounts of its own.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAgainAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            "unshare", ["--mount", "--propagation", "private", Environment.ProcessPath!, .. Itself(), .. arguments]);
        start.Environment[Mark] = "1";
        using var again = Process.Start(start)!;
        await again.WaitForExitAsync();
        return again.ExitCode;
    }

    /// <summary>Mounts an empty disk of a few bytes over a folder.</summary>
    public static Task SmallDiskAsync(string folder, int kibibytes) =>
        RunAsync("mount", "-t", "tmpfs", "-o", $"size={kibibytes}k", "tmpfs", folder);

    public static Task UnmountAsync(string folder) => RunAsync("umount", "--lazy", folder);

    /// <summary>Removes a program, or puts a script in its place.</summary>
    /// <returns>Restores it.</returns>
    public static async Task<Func<Task>> ReplaceAsync(string program, string? script)
    {
        var folder = Directory.CreateTempSubdirectory("programs-").FullName;
        await SmallDiskAsync(folder, kibibytes: 1024);
        foreach (var part in (string[])["upper", "work"])
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }

        await RunAsync(
            "mount", "-t", "overlay", "overlay", "-o", $"lowerdir={Programs},upperdir={folder}/upper,workdir={folder}/work", Programs);
        var place = Path.Combine(Programs, program);
        File.Delete(place);
        if (script is not null)
        {
            await File.WriteAllTextAsync(place, script);
            await RunAsync("chmod", "755", place);
        }

        return async () =>
        {
            await UnmountAsync(Programs);
            await UnmountAsync(folder);
            Directory.Delete(folder);
        };
    }

    /// <summary>Signals a process.</summary>
    public static Task SignalAsync(string signal, int process) => RunAsync("kill", $"-{signal}", $"{process}");

    private static IEnumerable<string> Itself() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
