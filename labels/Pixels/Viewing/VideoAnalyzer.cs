using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Text;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Recognition;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Viewing;

/// <summary>Analyzes the pictures and audio of a video, decoding it once for all results.</summary>
/// <param name="labels">Null if the pictures are not analyzed.</param>
public sealed class VideoAnalyzer(ExplicitLabelReader? labels, VideoAnalysisOptions options)
{
    private readonly ScreenTextReader? _text = options.ScreenText is { } text ? new(text) : null;
    private readonly AudioLabelReader? _audio = options.Audio is { } audio ? new(audio) : null;

    /// <param name="format">Format detected from the first bytes of the file, see <see cref="ContainerFacts.Format"/>.</param>
    /// <exception cref="IOException">The source failed.</exception>
    /// <exception cref="FileNotFoundException">A program is not installed.</exception>
    public async Task<VideoAnalysis> ViewAsync(IByteSource source, ContainerFormat format, CancellationToken cancellationToken = default)
    {
        await using var video = await FfmpegFrameSource.OpenAsync(source, format, options.Source, cancellationToken);
        var viewed = new VideoAnalysis { Plan = SamplingPlan.For(video.Duration, options.Sampling) };

        // A missing picture is not a problem if only audio is analyzed.
        var unasked = labels is null ? video.Problems.ToList() : [];
        viewed = labels is null ? viewed : await LookAsync(video, labels, viewed, cancellationToken);
        viewed = _audio is null ? viewed : viewed with { Audio = await _audio.ReadAsync(video, cancellationToken) };
        return viewed with
        {
            Problems = [.. video.Problems.Except(unasked).Concat(viewed.Problems).Distinct()],
            BytesRead = video.BytesRead
        };
    }

    /// <summary>Analyzes all video tracks: players may show any of them.</summary>
    private async Task<VideoAnalysis> LookAsync(
        FfmpegFrameSource video, ExplicitLabelReader reader, VideoAnalysis viewed, CancellationToken cancellationToken)
    {
        var tracks = new List<VideoAnalysis>();
        foreach (var track in (FfmpegFrameSource[])[video, .. video.Others])
        {
            tracks.Add(await LookAtTrackAsync(track, reader, viewed, cancellationToken));
        }

        return viewed with
        {
            Distinct = [.. tracks.SelectMany(static track => track.Distinct)],
            Frames = [.. tracks.SelectMany(static track => track.Frames)],
            Labels = TrackLabels.Of([.. tracks.Select(static track => track.Labels!)]),
            Text = [.. tracks.SelectMany(static track => track.Text).Distinct()],
            Problems = [.. tracks.SelectMany(static track => track.Problems)],
        };
    }

    private async Task<VideoAnalysis> LookAtTrackAsync(
        FfmpegFrameSource video, ExplicitLabelReader reader, VideoAnalysis viewed, CancellationToken cancellationToken)
    {
        var sampled = new SampledFrames(video);
        var scan = new TextScan();
        var seen = (await reader.ReadAsync(sampled, viewed.Plan.Requests, scan, cancellationToken)).In(video.Size);
        if (!options.KeepFrames && _text is null)
        {
            return viewed with { Labels = seen, Text = [.. seen.Texts.Distinct()], Problems = seen.Problems };
        }

        await sampled.CompleteAsync(viewed.Plan, cancellationToken);
        var text = _text is null ? new([]) : await _text.ReadAsync(sampled.Frames, scan, cancellationToken);
        return viewed with
        {
            Distinct = sampled.Groups,
            Frames = options.KeepFrames ? sampled.Frames : [],
            Labels = seen,
            Text = [.. seen.Texts.Concat(text.Lines).Distinct()],
            Problems = [.. seen.Problems.Append(text.Problem).OfType<Problem>().Distinct()],
        };
    }
}
