using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace VideoGate.Bench.Labels;

/// <summary>The command as native code beside other programs: one file, and a folder, each in one process.</summary>
internal static class CommandRace
{
    private const int Files = 200;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <param name="program">The native program; published first if null.</param>
    public static async Task RunAsync(Inputs inputs, string? program, int repeats)
    {
        var native = program ?? await PublishAsync();
        var paths = await inputs.MakeFolderAsync(Files);
        await RunAsync("one file", native, [paths[0]], repeats);
        await RunAsync($"a folder of {Files}", native, paths, repeats);
    }

    private static async Task RunAsync(string what, string native, IReadOnlyList<string> paths, int repeats)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\ncommand: {what}, {paths.Sum(path => new FileInfo(path).Length):#,0} bytes; median of the whole process, times ours, peak memory"));
        string[][] others = [["mediainfo", "--Output=JSON"], ["exiftool", "-json"]];
        await Race.RunAsync(
            "", repeats,
            [
                Of("ailabels --json, native", native, ["--json", .. paths]),
                .. others.Where(other => Contender.IsInstalled(other[0]))
                    .Select(other => Of(string.Join(' ', other), other[0], [.. other[1..], .. paths])),
            ]);
    }

    private static Contender Of(string name, string program, string[] arguments) =>
        new(name, 1, _ => Measured.RunAsync(new ProcessStartInfo(program, arguments), "", Limit));

    private static async Task<string> PublishAsync()
    {
        var folder = Path.GetFullPath(".local/bench-labels/native");
        Console.WriteLine("publishing the command as native code (a minute) ...");
        using var publish = Process.Start(
            "dotnet",
            ["publish", "labels/Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "--artifacts-path",
                Path.Combine(folder, "artifacts"), "--nologo", "-v", "q"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(folder, "ailabels")
            : throw new InvalidOperationException("The command cannot be published here; its own message says why.");
    }
}
