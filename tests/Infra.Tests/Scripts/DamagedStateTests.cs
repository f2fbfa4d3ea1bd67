using System.Diagnostics;
using System.Security.Cryptography;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

/// <summary><c>run.sh</c> names the remedy of damaged files before it starts anything on them.</summary>
public sealed class DamagedStateTests : IDisposable
{
    private static readonly string[] Copied =
    [
        "run.sh", "local/machine.sh", "global.json", "host.json", "local.settings.sample.json", "local/tools/package.json",
        "local/tools/package-lock.json", "local/tools/.npmrc",
    ];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gate-");

    public DamagedStateTests()
    {
        foreach (var path in Copied)
        {
            Write(path, File.ReadAllBytes(Path.Combine(Repository.Root, path)));
        }

        // Azurite counts as installed, so that nothing is downloaded.
        var locked = SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Root, "local/tools/package-lock.json")));
        Write(".local/tools/installed", System.Text.Encoding.UTF8.GetBytes($"run {Convert.ToHexStringLower(locked)}  -\n"));
        Write(".local/tools/node_modules/azurite/dist/src/azurite.js", []);
    }

    [Theory]
    [InlineData("host.json", "", "git checkout host.json")]
    [InlineData("host.json", "{ \"version\": ", "git checkout host.json")]
    [InlineData("local.settings.json", "{ \"Values\": { \"a\": ", "local.settings.sample.json")]
    [InlineData("local.settings.json", "\0\0\0\0", "local.settings.sample.json")]
    [InlineData(".local/azurite/__azurite_db_blob__.json", "{ \"filename\": ", "./run.sh clean")]
    [InlineData(".local/azurite/__azurite_db_queue__.json", "", "./run.sh clean")]
    [InlineData(".local/logs", "a file", "rm .local/logs")]
    public async Task Run_DamagedFile_EndsWithItsNameAndTheRemedy(string path, string content, string remedy)
    {
        // Arrange
        Write(path, System.Text.Encoding.UTF8.GetBytes(content));

        // Act
        var (exitCode, errors) = await RunAsync();

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains(Path.GetFileName(path), errors, StringComparison.Ordinal);
        Assert.Contains(remedy, errors, StringComparison.Ordinal);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private async Task<(int ExitCode, string Errors)> RunAsync()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(_root.FullName, "run.sh"), "--services"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PORT"] = $"{Ports.Free()}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors + await output);
    }

    private void Write(string path, byte[] content)
    {
        var full = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }
}
