using AiLabels;
using AiLabels.Pixels.Burning;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;

namespace VideoGate.Bench.Frames;

/// <summary>
/// Whether burnt-in labels pass the check of uploads: burns one video of each geometry in a folder, reads the copy, and lists what fails.
/// </summary>
internal static class Geometries
{
    private static readonly (string Name, BurnOrder Order)[] Orders =
    [
        ("start", new(LabelText.Chinese, TimeSpan.FromSeconds(3))), ("start, English", new(LabelText.English, TimeSpan.FromSeconds(3))),
        ("throughout", new(LabelText.Chinese, null)), ("throughout, English", new(LabelText.English, null)),
    ];

    /// <returns>Number of failures.</returns>
    public static async Task<int> RunAsync(string folder)
    {
        var videos = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (await ClassOfAsync(path) is { } geometry)
            {
                videos.TryAdd(geometry, path);
            }
        }

        Console.WriteLine("geometry | label | encoded | result | video");
        var failures = 0;
        foreach (var (geometry, path) in videos.OrderBy(static video => video.Key, StringComparer.Ordinal))
        {
            foreach (var (name, order) in Orders)
            {
                var (encoded, result, passed) = await CheckAsync(path, order);
                failures += passed ? 0 : 1;
                Console.WriteLine($"{geometry} | {name} | {encoded} | {result} | {Path.GetFileName(path)}");
            }
        }

        Console.WriteLine($"{videos.Count} geometries, {failures} failures");
        return failures;
    }

    /// <summary>Width x height, rotation, sample aspect ratio, codec; null if it has no video.</summary>
    private static async Task<string?> ClassOfAsync(string path)
    {
        using var file = new FileByteSource(path);
        var report = await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadAsync(file);
        var video = report.Container.Tracks.FirstOrDefault(static track => track.Kind is TrackKind.Video);
        if (video is null || Demuxed(report.Container.Format) is false)
        {
            return null;
        }

        var probed = await ProbeAsync(path);
        return probed.Length == 0 ? null : $"{probed} {video.Rotation ?? 0}°{(video.Shown is null ? "" : " cut")}";
    }

    private static bool Demuxed(ContainerFormat format) => format is not (ContainerFormat.Unknown or ContainerFormat.C2pa);

    private static async Task<string> ProbeAsync(string path)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "ffprobe",
            ["-v", "quiet", "-select_streams", "V:0", "-show_entries", "stream=codec_name,width,height,sample_aspect_ratio", "-of",
                "csv=p=0:s=\\ ", path])
        { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text.Split('\n')[0].Trim();
    }

    private static async Task<(string Encoded, string Result, bool Passed)> CheckAsync(string path, BurnOrder order)
    {
        using var file = new FileByteSource(path);
        var report = await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadAsync(file);
        var burnt = await new LabelBurner(new() { Preset = "ultrafast" }).BurnAsync(file, report.Container.Format, order);
        if (burnt.Video is null)
        {
            return ("-", burnt.Problem!.Code, true);
        }

        using var video = burnt.Video;
        await using var pictures = await FfmpegFrameSource.OpenAsync(video, ContainerFormat.IsoBmff, new FrameSourceOptions());
        var seen = await new ExplicitLabelReader(LabelVocabulary.Default, new ExplicitLabelOptions()).ReadAsync(
            pictures, SamplingPlan.For(pictures.Duration, new SamplingOptions()).Stretches.Select(static stretch => stretch.Request));
        var extent = CamelCase.Name(burnt.Effort!.Encoded) + (burnt.Effort.WholeBecause is { } because ? $" ({because})" : "");
        var best = seen.Labels.FirstOrDefault(static label => label.Conformance.Passed);
        return best is not null ? (extent, "passes", true)
            : (extent, $"FAILS: {(seen.Labels is [var first, ..] ? $"{first.Conformance}" : "no label seen")}", false);
    }
}
