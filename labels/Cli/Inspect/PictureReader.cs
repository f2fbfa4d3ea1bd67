using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reading;

namespace AiLabels.Cli.Inspect;

/// <summary>Reads the labels that people see in the pictures of a file, and adds them to what its metadata says.</summary>
internal sealed class PictureReader
{
    private static readonly string[] Programs = ["ffmpeg", "ffprobe", "tesseract", "setpriv", "prlimit"];

    private readonly ExplicitLabelReader _reader = new(LabelVocabulary.Default, new ExplicitLabelOptions());

    /// <summary>Programs that reading needs and that are not installed.</summary>
    public static IEnumerable<string> Missing => Programs.Where(static program => !ContainedProgram.IsInstalled(program));

    /// <exception cref="IOException">The source failed.</exception>
    public async Task<(LabelReport Report, ExplicitLabels Labels)> ReadAsync(IByteSource source, LabelReport metadata, CancellationToken cancellation)
    {
        await using var pictures = await FfmpegFrameSource.OpenAsync(source, metadata.Container.Format, new FrameSourceOptions(), cancellation);
        var plan = SamplingPlan.For(pictures.Duration, new SamplingOptions());
        var labels = await _reader.ReadAsync(pictures, plan.Stretches.Select(static stretch => stretch.Request), cancellation);
        var report = VisibleVerdict.Combine(metadata, labels);
        return (report with
        {
            Problems = [.. report.Problems, .. pictures.Problems.ExceptBy(report.Problems.Select(static p => p.Code), static p => p.Code), .. labels.Problems],
            BytesRead = report.BytesRead + pictures.BytesRead,
        }, labels);
    }
}
