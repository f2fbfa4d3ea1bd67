using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AiLabels.Pixels.Burning;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Tests.Visible;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Burning;

/// <summary>A clip with an overlaid label, and the results of the label reader and ffprobe.</summary>
internal sealed record BurntClip(string Path, ExplicitLabels Seen, JsonElement Probed, BurnEffort Effort)
{
    public JsonElement Video => Stream("video");

    public VisibleLabel Label => Assert.Single(Seen.Labels, label => label.Conformance.Elements.Passed);

    public JsonElement Stream(string type) =>
        Probed.GetProperty("streams").EnumerateArray().First(stream => stream.GetProperty("codec_type").GetString() == type);

    public static double Seconds(JsonElement element, string name = "duration") =>
        double.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    public static async Task<BurntClip> MakeAsync(
        Clips clips, string source, BurnOrder order, ContainerFormat format = ContainerFormat.IsoBmff)
    {
        using var file = new FileByteSource(source);
        var outcome = await new LabelBurner(new() { Preset = "ultrafast" }).BurnAsync(file, format, order);
        Assert.True(outcome.Video is not null, outcome.Problem?.ToString());
        using var video = outcome.Video;
        var path = System.IO.Path.Combine(clips.Folder, $"{Guid.NewGuid():n}.mp4");
        await SaveAsync(video, path);
        return new(path, await LookAsync(path), await ProbeAsync(path), outcome.Effort!);
    }

    /// <returns>A hash of the audio packets in the file.</returns>
    public static Task<string> SoundHashAsync(string path) =>
        RunAsync("ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-c", "copy", "-f", "streamhash", "-");

    public static async Task<JsonElement> ProbeAsync(string path) => JsonDocument.Parse(await RunAsync(
        "ffprobe", "-v", "error", "-show_format", "-show_streams", "-count_packets", "-of", "json", path)).RootElement;

    /// <summary>Runs to the end and fails on any error output.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", await errors);
        return output;
    }

    private static async Task<ExplicitLabels> LookAsync(string path)
    {
        using var file = new FileByteSource(path);
        await using var pictures = await FfmpegFrameSource.OpenAsync(file, ContainerFormat.IsoBmff, new FrameSourceOptions());
        return await LabelledClips.ReadAsync(pictures);
    }

    private static async Task SaveAsync(BurntVideo video, string path)
    {
        await using var saved = File.Create(path);
        var block = new byte[64 << 10];
        for (var at = 0L; await video.ReadAsync(at, block) is > 0 and var read; at += read)
        {
            await saved.WriteAsync(block.AsMemory(0, read));
        }

        Assert.Equal(video.Length, saved.Length);
    }
}
