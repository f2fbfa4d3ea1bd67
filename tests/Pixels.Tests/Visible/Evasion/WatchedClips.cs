using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Visible.Evasion;

/// <summary>Short videos made to mislead the reader, and what it sees of them.</summary>
public sealed class WatchedClips : IDisposable
{
    public const string Picture = "testsrc2=s=640x360:r=25:d=4";

    /// <summary>In the upper third, below the clock of the test pattern.</summary>
    public const string Place = "x=20:y=60";
    public const string Ink = "fontsize=40:fontcolor=white:borderw=3:bordercolor=black";

    private readonly Clips _clips = new();

    /// <summary>Returns a filter that draws a line of text.</summary>
    public string Text(string text, string style = Ink + ":" + Place)
    {
        var words = _clips.Write($"{Guid.NewGuid():n}.txt", System.Text.Encoding.UTF8.GetBytes(text));
        var font = text.All(char.IsAscii) ? LabelledClips.LatinFont : LabelledClips.ChineseFont;
        return $"drawtext=fontfile='{font}':textfile='{words}':expansion=none:{style}";
    }

    /// <summary>Returns a filter that draws a compliant label, shown if the expression holds.</summary>
    public string Label(string enable = "1") => Text("AI生成", $"{Ink}:{Place}:enable='{enable}'");

    /// <param name="options">Options of the output.</param>
    public Task<string> MakeAsync(string filter, params string[] options) => MakeAsync(".mp4", filter, options);

    public async Task<string> MakeAsync(string extension, string filter, string[] options) => await _clips.MakeAsync(
        $"{Guid.NewGuid():n}{extension}", filter,
        ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "23", "-pix_fmt", "yuv420p", .. options]);

    public async Task<string> CopyAsync(string extension, params string[] arguments) =>
        await _clips.RunAsync($"{Guid.NewGuid():n}{extension}", arguments);

    public string Write(string extension, byte[] bytes) => _clips.Write($"{Guid.NewGuid():n}{extension}", bytes);

    public async Task<ExplicitLabels> WatchAsync(string filter, params string[] options) =>
        await WatchFileAsync(await MakeAsync(filter, options));

    public static async Task<ExplicitLabels> WatchFileAsync(string path)
    {
        using var file = new FileByteSource(path);
        var analyzer = new VideoAnalyzer(
            new ExplicitLabelReader(LabelVocabulary.Default, new ExplicitLabelOptions()), new VideoAnalysisOptions());
        var format = path.EndsWith(".mkv", StringComparison.Ordinal) ? ContainerFormat.Matroska : ContainerFormat.IsoBmff;
        return (await analyzer.ViewAsync(file, format)).Labels!;
    }

    public void Dispose() => _clips.Dispose();
}
