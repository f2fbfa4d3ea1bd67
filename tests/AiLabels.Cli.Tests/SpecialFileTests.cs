using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace AiLabels.Cli.Tests;

/// <summary>Pipes and devices are rejected: opening one may block forever, and reading it may never end.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("inspect")]
    [InlineData("tree")]
    [InlineData("label", "out.mp4", "--label", "1", "--producer", "001191110108MACC4D63XF00000", "--content-id", "id")]
    public async Task Run_PipeThatNobodyWritesInto_IsRefusedByName(string command, params string[] rest)
    {
        var pipe = await PipeAsync("pipe.mp4");

        var run = await CommandLine.RunAsync([command, pipe, .. rest]).WaitAsync(TimeSpan.FromSeconds(60));

        AssertRefused(run, pipe);
    }

    [Fact]
    public async Task Inspect_PipeBehindALinkOrInAFolder_IsRefusedByName()
    {
        var pipe = await PipeAsync("folder/pipe.mp4");
        var link = Path.Combine(_folder.Path, "link.mp4");
        File.CreateSymbolicLink(link, pipe);

        AssertRefused(await CommandLine.RunAsync("inspect", link).WaitAsync(TimeSpan.FromSeconds(60)), link);
        AssertRefused(await CommandLine.RunAsync("inspect", Path.GetDirectoryName(pipe)!).WaitAsync(TimeSpan.FromSeconds(60)), pipe);
    }

    [Fact]
    public async Task Inspect_DeviceWithoutEnd_IsRefusedByName() =>
        AssertRefused(await CommandLine.RunAsync("inspect", "/dev/zero"), "/dev/zero");

    [Theory]
    [InlineData("inspect", "", "it is empty, not a video; copy it again")]
    [InlineData("inspect", "dear reader", "it is not a video; supported are MP4, MOV, MKV, WebM, AVI, FLV, WMV and MPEG-TS")]
    [InlineData("tree", "", "it is empty, not a video; copy it again")]
    [InlineData("tree", "dear reader", "it is not a video; supported are MP4, MOV, MKV, WebM, AVI, FLV, WMV and MPEG-TS")]
    public async Task Run_TextOrEmptyFile_IsNotAVideo(string command, string content, string why)
    {
        // Arrange
        var path = _folder.Write("letter.mp4", Encoding.UTF8.GetBytes(content));

        // Act
        var run = await CommandLine.RunAsync(command, path);

        // Assert
        Assert.Equal((1, "", $"ailabels: {path}: {why}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Inspect_TextAsJson_HasItsReportAndTheError()
    {
        // Act
        var run = await CommandLine.RunAsync("inspect", "--json", _folder.Write("letter.mp4", "dear reader"u8.ToArray()));

        // Assert
        var line = JsonNode.Parse(run.Output)!;
        Assert.Equal((1, "inconclusive"), (run.ExitCode, (string?)line["origin"]));
        Assert.StartsWith("it is not a video", (string?)line["error"], StringComparison.Ordinal);
    }

    private static void AssertRefused(CommandLine run, string path)
    {
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal($"ailabels: {path}: it is a pipe or a device; save its content in a file first\n", run.Error);
    }

    private async Task<string> PipeAsync(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var program = Process.Start("mkfifo", [path]);
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        return path;
    }
}
