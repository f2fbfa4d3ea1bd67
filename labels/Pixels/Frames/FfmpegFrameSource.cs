using System.Runtime.CompilerServices;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Frames;

/// <summary>Decodes with ffmpeg in its own process, which reads the video by ranges and has access to nothing else.</summary>
/// <remarks>
/// Handles one request at a time. A file that breaks its decoder becomes one of <see cref="Problems"/>. All pictures have one size.
/// </remarks>
public sealed class FfmpegFrameSource : IFrameSource, IAsyncDisposable
{
    /// <summary>How much earlier decoding begins if a seek in a file without an index ended after a key frame.</summary>
    private static readonly TimeSpan[] EntryMargins = [TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    private readonly FrameSourceOptions _options;
    private readonly Decoder? _decoder;
    private readonly ProbedVideo _video;
    private readonly VideoTrack? _track;
    private readonly FfmpegArguments? _arguments;
    private readonly List<SmallFrame> _opening = [];
    private bool _isOpened;

    private FfmpegFrameSource(Decoder? decoder, ProbedVideo video, VideoTrack? track, FrameSourceOptions options)
    {
        (_decoder, _video, _track, _options) = (decoder, video, track, options);
        _arguments = track is null ? null : decoder?.Arguments.For(track);
        Others = track is null || video.Tracks.Count == 0 || track != video.Tracks[0]
            ? []
            : [.. video.Tracks.Skip(1).Select(other => new FfmpegFrameSource(decoder, video, other, options))];
    }

    public TimeSpan? Duration => _video.Duration;

    public IReadOnlyList<SmallFrame> Opening => _opening;

    /// <summary>
    /// The video's other tracks, from the same decoder, up to a limit: players may show any of them. This one is the one that they show if
    /// nothing is chosen.
    /// </summary>
    public IReadOnlyList<FfmpegFrameSource> Others { get; }

    /// <summary>Display size of the video, of which frames are a scaled version; null if the file does not specify it.</summary>
    public PictureSize? Size => _track?.ShownSize;

    /// <summary>
    /// Decoding errors and reached limits: <c>undecodable</c>, <c>damaged</c>, <c>limit.cpu</c>, <c>limit.bytes</c> and so on.
    /// </summary>
    public IReadOnlyList<Problem> Problems =>
        _decoder?.Problems ?? [new("container.unknown", "The file is not in a container format that can be decoded.")];

    /// <summary>Bytes fetched from the source, read-ahead included.</summary>
    public long BytesRead => _decoder?.BytesRead ?? 0;

    /// <summary>Number of refused requests by the decoder for anything but the video.</summary>
    public int RefusedRequests => _decoder?.RefusedRequests ?? 0;

    /// <param name="format">Format detected from the first bytes of the file, see <see cref="ContainerFacts.Format"/>.</param>
    /// <exception cref="IOException">The source failed.</exception>
    /// <exception cref="FileNotFoundException">ffmpeg is not installed.</exception>
    public static async Task<FfmpegFrameSource> OpenAsync(
        IByteSource source, ContainerFormat format, FrameSourceOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        if (Demuxer.Of(format) is not { } demuxer)
        {
            return new(null, ProbedVideo.Unreadable, null, options);
        }

        var decoder = await Decoder.StartAsync(source, demuxer, options);
        try
        {
            var video = await decoder.ProbeAsync(cancellationToken);
            if (video.Tracks.Count > options.MaxTracks)
            {
                decoder.Report(new("limit.tracks", $"Only {options.MaxTracks} of {video.Tracks.Count} video tracks are decoded."));
                video = video with { Tracks = [.. video.Tracks.Take(options.MaxTracks)] };
            }

            video = video.IsCutByDecoder ? video : await HiddenParts.FindAsync(video, source, format, cancellationToken);
            return new(decoder, video, video.Tracks.Count == 0 ? null : video.Tracks[0], options);
        }
        catch
        {
            await decoder.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="IOException">The source failed.</exception>
    public IAsyncEnumerable<Frame> ReadAsync(FrameRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_arguments is not { } arguments)
        {
            return NoneAsync();
        }

        return (request.Duration, request.Purpose, _video.IsIndexed) switch
        {
            ({ Ticks: 0 }, _, _) => RunAsync(arguments.KeyFrames([request.From]), cancellationToken),
            (_, FramePurpose.Middle, true) => KeyFramesAsync(arguments, request, cancellationToken),
            (_, FramePurpose.Middle, false) => RunAsync(arguments.KeyFramesInPassing(request), cancellationToken),
            (_, FramePurpose.Start, _) when request.From == TimeSpan.Zero && !_isOpened && _options.EveryFrameUntil > TimeSpan.Zero =>
                OpenAsync(arguments, request, cancellationToken),
            _ => StretchAsync(arguments, request, cancellationToken),
        };
    }

    /// <summary>
    /// Reads a segment of audio, the channels mixed: fewer samples if the audio or decoding ends; null if the file has no audio.
    /// </summary>
    /// <exception cref="IOException">The source failed.</exception>
    public async Task<Sound?> ReadSoundAsync(
        TimeSpan from, TimeSpan duration, int sampleRate, CancellationToken cancellationToken = default) =>
        _decoder is { } decoder ? await decoder.ReadSoundAsync(from, duration, sampleRate, cancellationToken) : null;

    public ValueTask DisposeAsync() => _decoder?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IAsyncEnumerable<Frame> RunAsync(
        IEnumerable<string> arguments, CancellationToken cancellation, List<SmallFrame>? small = null) =>
        _decoder!.RunAsync(_arguments!, arguments, small, cancellation);

    /// <summary>Reads the start of the video together with all its pictures at small size.</summary>
    private async IAsyncEnumerable<Frame> OpenAsync(
        FfmpegArguments arguments, FrameRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _isOpened = true;
        await foreach (var frame in RunAsync(arguments.Opening(request), cancellation, _opening))
        {
            yield return frame;
        }

        if (_opening.Count >= _options.MaxSmallFrames)
        {
            _decoder!.Report(new("limit.frames", $"The first seconds have more than {_options.MaxSmallFrames} pictures."));
        }
    }

    private async IAsyncEnumerable<Frame> StretchAsync(
        FfmpegArguments arguments, FrameRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var grid = TimeSpan.FromSeconds(1 / request.FramesPerSecond);
        foreach (var margin in EntryMargins)
        {
            var seek = request.From > margin ? request.From - margin : TimeSpan.Zero;
            var found = false;
            await foreach (var frame in RunAsync(arguments.Stretch(request, seek), cancellation))
            {
                var isLate = !found && seek > TimeSpan.Zero && frame.Time > request.From + grid;
                if (isLate && margin != EntryMargins[^1])
                {
                    break;
                }

                found = true;
                yield return frame;
            }

            if (found || seek == TimeSpan.Zero)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<Frame> KeyFramesAsync(
        FfmpegArguments arguments, FrameRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = request.From - TimeSpan.FromTicks(1);
        foreach (var times in Points(request).Chunk(_options.KeyFramesPerRun))
        {
            await foreach (var frame in RunAsync(arguments.KeyFrames(times), cancellation))
            {
                if (frame.Time <= last)
                {
                    continue;
                }

                await foreach (var between in GapAsync(arguments, request, last, frame.Time, cancellation))
                {
                    yield return between;
                }

                last = frame.Time;
                yield return frame;
            }
        }

        await foreach (var between in GapAsync(arguments, request, last, request.From + request.Duration, cancellation))
        {
            yield return between;
        }
    }

    private static async IAsyncEnumerable<Frame> NoneAsync()
    {
        await Task.CompletedTask;
        yield break;
    }

    /// <summary>Decodes pictures between distant key frames: a video may have a single key frame and still change.</summary>
    private IAsyncEnumerable<Frame> GapAsync(
        FfmpegArguments arguments, FrameRequest request, TimeSpan from, TimeSpan to, CancellationToken cancellation)
    {
        var spacing = TimeSpan.FromSeconds(1 / request.FramesPerSecond);
        var gap = to - from - spacing;
        return gap <= _options.MaxKeyFrameGap || gap <= spacing
            ? NoneAsync()
            : StretchAsync(arguments, request with { From = from + spacing, Duration = gap }, cancellation);
    }

    private IEnumerable<TimeSpan> Points(FrameRequest request)
    {
        var count = Math.Clamp((int)Math.Round(request.Duration.TotalSeconds * request.FramesPerSecond), 1, _options.MaxFrames);
        return Enumerable.Range(0, count).Select(i => request.From + (request.Duration * ((i + 0.5) / count)));
    }
}
