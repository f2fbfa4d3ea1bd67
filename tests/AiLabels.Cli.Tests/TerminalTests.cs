using System.Diagnostics;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>The command as a process on a terminal, provided by <c>script</c> of util-linux.</summary>
public sealed class TerminalTests : IDisposable
{
    /// <summary>Bytes that .NET first writes to every terminal: application mode of the cursor keys.</summary>
    private const string DotnetStart = "\u001b[?1h\u001b=";

    private const string Colour = "\u001b[38";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Inspect_OnTerminal_IsInColour() => Assert.Contains(Colour, await RunAsync("inspect"), StringComparison.Ordinal);

    [Fact]
    public async Task Inspect_NoColor_IsPlain() =>
        Assert.DoesNotContain(Colour, await RunAsync("inspect", noColor: "1"), StringComparison.Ordinal);

    [Fact]
    public async Task Inspect_SeveralFiles_ShowsHowFarItCame()
    {
        _folder.Write("b.mp4", Mp4.FileWith());

        Assert.Contains("of 2 files", await RunAsync("inspect"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_JsonOnTerminal_IsNothingButJson()
    {
        var output = await RunAsync("inspect --json");

        Assert.StartsWith("{\"file\":", output.Replace(DotnetStart, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Colour, output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> RunAsync(string command, string? noColor = null)
    {
        _folder.Write("a.mp4", Mp4.FileWith());
        var program = Path.Combine(AppContext.BaseDirectory, "AiLabels.Cli.dll");
        var start = new ProcessStartInfo(
            "script", ["-qec", $"dotnet '{program}' {command} '{_folder.Path}'", "/dev/null"])
        { RedirectStandardOutput = true };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["NO_COLOR"] = noColor;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
