using System.Diagnostics;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Visible;

/// <summary>Short videos with drawn text, and the results of the reader.</summary>
public sealed class LabelledClips : IDisposable
{
    private const string Moving = "testsrc2=s=640x360:r=10";

    private readonly Clips _clips = new();

    /// <summary>A font with Chinese letters; local/machine.sh installs one.</summary>
    public static string ChineseFont { get; } = Font(":lang=zh:style=Regular");

    public static string LatinFont { get; } = Font("DejaVu Sans:style=Book");

    /// <param name="style">Options of drawtext, such as its place and colour.</param>
    public async Task<ExplicitLabels> ReadAsync(string text, string style, string background = Moving, double seconds = 4)
    {
        var path = await DrawAsync(text, style, background, seconds);
        using var file = new FileByteSource(path);
        await using var source = await FfmpegFrameSource.OpenAsync(file, ContainerFormat.IsoBmff, new FrameSourceOptions());
        return await ReadAsync(source);
    }

    public static async Task<ExplicitLabels> ReadAsync(IFrameSource source) =>
        await new ExplicitLabelReader(LabelVocabulary.Default, new ExplicitLabelOptions())
            .ReadAsync(source,
                SamplingPlan.For(source.Duration, new SamplingOptions()).Stretches.Select(static stretch => stretch.Request));

    public void Dispose() => _clips.Dispose();

    private async Task<string> DrawAsync(string text, string style, string background, double seconds)
    {
        var name = Guid.NewGuid().ToString("n");
        var words = _clips.Write($"{name}.txt", System.Text.Encoding.UTF8.GetBytes(text));
        var font = text.All(char.IsAscii) ? LatinFont : ChineseFont;
        return await _clips.MakeAsync(
            $"{name}.mp4",
            FormattableString.Invariant(
                $"{background},trim=duration={seconds},drawtext=fontfile='{font}':textfile='{words}':expansion=none:{style},format=yuv420p"),
            "-c:v", "libx264", "-preset", "ultrafast", "-crf", "23");
    }

    private static string Font(string pattern)
    {
        using var list = Process.Start(new ProcessStartInfo("fc-list", [pattern, "file"]) { RedirectStandardOutput = true })!;
        var fonts = list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        return fonts.FirstOrDefault()?.TrimEnd(':', ' ')
            ?? throw new InvalidOperationException($"No font {pattern}; local/machine.sh installs it.");
    }
}
