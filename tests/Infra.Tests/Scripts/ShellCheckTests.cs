using System.Diagnostics;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

public sealed class ShellCheckTests
{
    private static readonly string[] NotOurs = ["bin", "obj", ".local", ".git", "node_modules"];

    // Every file with a shell script's first line, in any folder.
    private static readonly string[] Found =
        [.. FilesUnder(Repository.Root).Where(IsShell).Select(path => Path.GetRelativePath(Repository.Root, path))
            .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Scripts { get; } = [.. Found];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Script_ShellCheck_FindsNothing(string script)
    {
        // Act
        var start = new ProcessStartInfo(
            "shellcheck", ["--external-sources", script])
        { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var findings = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // Assert
        Assert.True(process.ExitCode == 0, findings);
    }

    [Fact]
    public void Scripts_AreFound() =>
        Assert.Superset(new HashSet<string> { "run.sh", "test.sh", "local/machine.sh", "infra/deploy.sh" }, Found.ToHashSet());

    private static IEnumerable<string> FilesUnder(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(path => !NotOurs.Contains(Path.GetFileName(path))).SelectMany(FilesUnder));

    private static bool IsShell(string path) => Path.GetExtension(path) is ".sh" or ""
        && File.ReadLines(path).FirstOrDefault() is { } first
        && (first.StartsWith("#!/usr/bin/env bash", StringComparison.Ordinal)
            || first.StartsWith("# shellcheck shell=", StringComparison.Ordinal));
}
