using VideoGate.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>Runs the SDK on projects of the repository, with all that it builds in a folder of its own.</summary>
internal sealed class DotnetSdk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    /// <summary>Builds with nothing that the builds of the solution use.</summary>
    public Task<CommandLine> RunAsync(string command, string project, params string[] arguments) => CommandLine.RunProcessAsync(
        "dotnet",
        [command, Path.Combine(Repository.Root, project), "-c", "Release", "--nologo", "-v", "q", "-m:1", "--artifacts-path",
            Path.Combine(Folder, "artifacts"), .. arguments]);

    public void Dispose() => _folder.Dispose();
}
