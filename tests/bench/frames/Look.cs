using System.Diagnostics;
using System.Globalization;
using AiLabels;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reading;
using AiLabels.Reports;

namespace VideoGate.Bench.Frames;

/// <summary>Cost of an upload for the gate: one analysis for labels, text and frames, compared with two separate passes.</summary>
internal static class Look
{
    public static async Task RunAsync(string path)
    {
        // JIT compilation affects only the first analysis.
        await MeasureAsync("warm-up", path, sample: true, new());
        await MeasureAsync("warm-up", path, sample: false, new() { KeepFrames = true, ScreenText = new(), Audio = new() });
        Console.WriteLine("look | CPU s (programs + own) | wall s | MB read | frames | lines of text");
        Console.WriteLine(await MeasureAsync("frames alone", path, sample: true, new()));
        Console.WriteLine(await MeasureAsync("labels alone", path, sample: false, new()));
        Console.WriteLine(await MeasureAsync("frames and labels, once", path, sample: false, new() { KeepFrames = true }));
        Console.WriteLine(await MeasureAsync("and all text", path, sample: false, new() { KeepFrames = true, ScreenText = new() }));
        Console.WriteLine(
            await MeasureAsync("and sound", path, sample: false, new() { KeepFrames = true, ScreenText = new(), Audio = new() }));
    }

    /// <param name="sample">Reads no labels: measures the frames for Content Safety alone.</param>
    private static async Task<string> MeasureAsync(string name, string path, bool sample, VideoAnalysisOptions options)
    {
        using var file = new FileByteSource(path);
        var format = (await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadAsync(file)).Container.Format;
        var (own, children) = Machine.Cpu();
        var started = Stopwatch.GetTimestamp();
        var (frames, lines, bytes) = sample ? await SampleAsync(file, format) : await ViewAsync(file, format, options);
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (ownAfter, childrenAfter) = Machine.Cpu();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name} | {ownAfter + childrenAfter - own - children:0.00} ({childrenAfter - children:0.00} + {ownAfter - own:0.00}) | {wall:0.0} | {bytes / 1e6:0.0} | {frames} | {lines}");
    }

    private static async Task<(int Frames, int Lines, long Bytes)> SampleAsync(IByteSource file, ContainerFormat format)
    {
        await using var video = await FfmpegFrameSource.OpenAsync(file, format, new());
        var sampled = new SampledFrames(video);
        await sampled.CompleteAsync(SamplingPlan.For(video.Duration, new()));
        await new FrameImages(new ProgramLimits()).EncodeAsync(sampled.Frames);
        return (sampled.Frames.Count, 0, video.BytesRead);
    }

    private static async Task<(int Frames, int Lines, long Bytes)> ViewAsync(
        IByteSource file, ContainerFormat format, VideoAnalysisOptions options)
    {
        var viewed = await new VideoAnalyzer(new ExplicitLabelReader(LabelVocabulary.Default, new()), options).ViewAsync(file, format);
        await new FrameImages(new ProgramLimits()).EncodeAsync(viewed.Frames);
        return (viewed.Frames.Count, viewed.Text.Count, viewed.BytesRead);
    }
}
