using System.Text.Json.Nodes;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary><c>ailabels inspect --pixels</c>: a visible label counts, and is reported with its measures.</summary>
[Trait("Needs", "minutes")]
public sealed class InspectPixelsTests : IDisposable
{
    private readonly Ffmpeg _ffmpeg = new();

    [Fact]
    public async Task Inspect_LabelOnScreenOnly_IsSuspectedAndMeasured()
    {
        // Arrange
        var path = await LabelledAsync();

        // Act
        var line = JsonNode.Parse((await CommandLine.RunAsync("inspect", "--pixels", "--json", path)).Output)!;

        // Assert
        Assert.Equal("suspected", (string?)line["origin"]);
        var label = Assert.Single(line["explicitLabels"]!.AsArray())!;
        Assert.Equal(("englishLabel", "AI-generated"), ((string?)label["kind"], (string?)label["phrase"]));
        Assert.True((bool)label["conformance"]!["height"]!["passed"]!);
        Assert.Equal((640, 360), ((int)line["pictures"]!["width"]!, (int)line["pictures"]!["height"]!));
    }

    [Fact]
    public async Task Inspect_WithoutTheOption_LooksAtNoPicture()
    {
        // Arrange
        var path = await LabelledAsync();

        // Act
        var line = JsonNode.Parse((await CommandLine.RunAsync("inspect", "--json", path)).Output)!.AsObject();

        // Assert
        Assert.Equal("notFound", (string?)line["origin"]);
        Assert.False(line.ContainsKey("explicitLabels"));
    }

    [Fact]
    public async Task Inspect_LabelOnScreen_IsShownToPeopleWithItsConformance()
    {
        var run = await CommandLine.RunAsync("inspect", "--pixels", await LabelledAsync());

        Assert.Contains("on screen", run.Output, StringComparison.Ordinal);
        Assert.Contains("GB 45438-2025 §5.4: met", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_NoPictures_SaysThatNoneCouldBeDecoded()
    {
        // Arrange
        var path = await _ffmpeg.SaveAsync("empty.mp4", Mp4.FileWith());

        // Act
        var run = await CommandLine.RunAsync("inspect", "--pixels", "--json", path);

        // Assert
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(JsonNode.Parse(run.Output)!["problems"]!.AsArray(), static problem => (string?)problem!["code"] == "undecodable");
    }

    public void Dispose() => _ffmpeg.Dispose();

    private Task<string> LabelledAsync() => _ffmpeg.RunAsync(
        "labelled.mp4",
        "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=10:duration=3",
        "-vf", "drawtext=text=AI-generated:fontsize=36:x=w-tw-24:y=h-th-24:fontcolor=white:box=1:boxcolor=black:boxborderw=10",
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
}
