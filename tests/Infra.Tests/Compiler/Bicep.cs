using System.Diagnostics;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Compiler;

/// <summary>Microsoft's Bicep compiler, which <c>infra/bicep.sh</c> fetches from the package feed.</summary>
internal static class Bicep
{
    /// <summary>Reason why it cannot run here; null if it can.</summary>
    public static string? Missing { get; } = Run(Repository.Root, "infra/bicep.sh", "--version").ExitCode is 0
        ? null
        : "the package feed has no Bicep compiler for this machine";

    /// <summary>Runs a script of a repository, which may be a copy.</summary>
    public static (int ExitCode, string Output) Run(string root, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [script, .. arguments])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
