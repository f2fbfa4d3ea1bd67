using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>Reads the visible and audible labels of a file, and combines them with its metadata report.</summary>
internal sealed class MediaReader
{
    private static readonly string[] Decoding = ["ffmpeg", "ffprobe", "setpriv", "prlimit"];

    private readonly VideoAnalyzer _viewer;

    private MediaReader(bool pictures, bool sound) => _viewer = new(
        pictures ? new ExplicitLabelReader(LabelVocabulary.Default, new ExplicitLabelOptions()) : null,
        new VideoAnalysisOptions { Audio = sound ? new AudioLabelOptions() : null });

    /// <returns>The reader, or null if neither is requested.</returns>
    public static MediaReader? For(bool pictures, bool sound) => pictures || sound ? new(pictures, sound) : null;

    /// <summary>Returns the required programs that are not installed.</summary>
    public static IEnumerable<string> Missing() => Decoding.Where(static program => !ContainedProgram.IsInstalled(program));

    /// <exception cref="IOException">The source failed.</exception>
    public async Task<(LabelReport Report, VideoAnalysis Viewed)> ReadAsync(
        IByteSource source, LabelReport metadata, CancellationToken cancellation)
    {
        var viewed = await _viewer.ViewAsync(source, metadata.Container.Format, cancellation);
        var report = viewed.Labels is { } seen ? VisibleLabelResult.Combine(metadata, seen) : metadata;
        report = viewed.Audio is { } heard ? AudioLabelResult.Combine(report, heard) : report;
        return (report with
        {
            Problems = [.. report.Problems, .. viewed.Problems.ExceptBy(report.Problems.Select(static p => p.Code), static p => p.Code)],
            BytesRead = report.BytesRead + viewed.BytesRead,
        }, viewed);
    }
}
