using System.Diagnostics;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Checker;

/// <summary>The programs in <c>tests/infra</c>, which read Bicep files; <c>test.sh</c> installs what they need.</summary>
internal static class BicepTools
{
    /// <summary>Reason why they cannot run here; null if they can.</summary>
    public static string? Missing { get; } = File.Exists(Path.Combine(Repository.Root, ".local/tools/infra/installed"))
        ? null
        : "the Bicep grammar and schemas are not installed; ./test.sh installs them from npm";

    /// <summary>Runs <c>tests/infra/{script}</c> with paths relative to the repository's root.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine("tests/infra", script), .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await errors is { Length: > 0 } error ? throw new InvalidOperationException(error) : (process.ExitCode, output);
    }
}
