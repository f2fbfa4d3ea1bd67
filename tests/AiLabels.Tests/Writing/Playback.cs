using System.Diagnostics;
using System.Text.Json;
using AiLabels.Tests.Peers;

namespace AiLabels.Tests.Writing;

/// <summary>Plays a file's media with ffmpeg and ffprobe.</summary>
internal static class Playback
{
    /// <summary>Returns a hash over the packets of each stream.</summary>
    public static Task<string> StreamHashAsync(string path) => FfmpegAsync("-i", path, "-map", "0", "-c", "copy", "-f", "streamhash", "-");

    /// <summary>Returns hashes of the first frames after a seek, which uses the file's index.</summary>
    public static Task<string> FramesAtAsync(string path, double seconds) =>
        FfmpegAsync("-ss", $"{seconds}", "-i", path, "-map", "0:v", "-frames:v", "3", "-f", "framehash", "-");

    /// <summary>Asserts that the whole file decodes without errors.</summary>
    public static async Task AssertDecodesAsync(string path) => Assert.Empty(await FfmpegAsync("-i", path, "-f", "null", "-"));

    /// <summary>
    /// Returns tags of the file, its streams and its chapters, except the label and the position that FLV stores as a tag.
    /// </summary>
    public static async Task<IReadOnlyList<string>> OtherTagsAsync(string path)
    {
        var all = await JsonProgram.FfprobeAsync(path, "-show_chapters");
        return [.. TagsOf(all.GetProperty("format")), .. all.GetProperty("streams").EnumerateArray().SelectMany(TagsOf),
            .. all.GetProperty("chapters").EnumerateArray().Select(static c => c.ToString())];
    }

    public static async Task<string?> LabelByFfprobeAsync(string path) =>
        (await JsonProgram.FfprobeAsync(path)).GetProperty("format").GetProperty("tags").TryGetProperty("AIGC", out var label)
            ? label.GetString()
            : null;

    private static IEnumerable<string> TagsOf(JsonElement holder) => holder.TryGetProperty("tags", out var tags)
        ? tags.EnumerateObject().Where(static t => t.Name is not ("AIGC" or "lastkeyframelocation")).Select(static t => t.ToString())
        : [];

    private static async Task<string> FfmpegAsync(params string[] arguments)
    {
        using var ffmpeg =
            Process.Start(
                new ProcessStartInfo(
                    "ffmpeg", ["-nostdin", "-v", "error", .. arguments])
                { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = ffmpeg.StandardError.ReadToEndAsync();
        var output = await ffmpeg.StandardOutput.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        return output + await errors;
    }
}
