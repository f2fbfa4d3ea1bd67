using System.Text.Json.Nodes;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary><c>ailabels inspect --audio</c>: an audible label counts, and is reported with its measures.</summary>
[Trait("Needs", "minutes")]
public sealed class InspectAudioTests : IDisposable
{
    private const string Morse =
        "aevalsrc='0.3*sin(2*PI*800*t)*(between(t,0.5,0.6)+between(t,0.7,1)+between(t,1.3,1.4)+between(t,1.5,1.6))':d=3";

    private readonly Ffmpeg _ffmpeg = new();

    [Fact]
    public async Task Inspect_MorseAi_IsSuspectedAndMeasured()
    {
        var line = await JsonAsync("--audio", await MakeAsync());

        Assert.Equal("suspected", (string?)line["origin"]);
        var label = Assert.Single(line["audioLabels"]!.AsArray())!;
        Assert.Equal(800, (double)label["frequency"]!);
        Assert.StartsWith("00:00:00.", (string?)label["from"], StringComparison.Ordinal);
        Assert.False(line.ContainsKey("explicitLabels"));
        Assert.Empty(line["problems"]!.AsArray());
    }

    [Fact]
    public async Task Inspect_WithoutTheOption_ListensToNothing()
    {
        var line = await JsonAsync(await MakeAsync());

        Assert.Equal("notFound", (string?)line["origin"]);
        Assert.False(line.ContainsKey("audioLabels"));
    }

    [Fact]
    public async Task Inspect_MorseAi_IsShownToPeople()
    {
        var run = await CommandLine.RunAsync("inspect", "--audio", await MakeAsync());

        Assert.Contains("AI in Morse (.- ..) at 0.5 s for 1.1 s, 800 Hz", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _ffmpeg.Dispose();

    private static async Task<JsonObject> JsonAsync(params string[] arguments) =>
        JsonNode.Parse((await CommandLine.RunAsync(["inspect", "--json", .. arguments])).Output)!.AsObject();

    private Task<string> MakeAsync() => _ffmpeg.RunAsync("sound.m4a", "-f", "lavfi", "-i", Morse, "-c:a", "aac");
}
