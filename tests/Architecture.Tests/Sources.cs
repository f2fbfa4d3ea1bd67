using System.Diagnostics;
using VideoGate.Testing;

namespace VideoGate.Architecture.Tests;

/// <summary>The repository's files, as paths from its root.</summary>
internal static class Sources
{
    /// <summary>Every file that git knows or would add.</summary>
    public static IReadOnlyList<string> All { get; } = List();

    /// <summary>The C# files among them.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. All.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static List<string> List()
    {
        using var git = Process.Start(new ProcessStartInfo("git", "-c safe.directory=* ls-files --cached --others --exclude-standard")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Where(file => File.Exists(Path.Combine(Repository.Root, file)))];
    }
}
