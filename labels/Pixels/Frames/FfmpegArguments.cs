using System.Globalization;
using static System.FormattableString;

namespace AiLabels.Pixels.Frames;

/// <summary>Command lines of ffmpeg and ffprobe. Disables everything beyond decoding that a file could cause.</summary>
/// <param name="demuxer">The only demuxer allowed.</param>
/// <param name="url">Address of the video in its feed.</param>
/// <param name="track">The video track whose pictures are decoded; null for the file as a whole.</param>
internal sealed class FfmpegArguments(string demuxer, string url, FrameSourceOptions options, VideoTrack? track = null)
{
    /// <summary>Longest time that ffmpeg holds back pictures of one output because another has none, in microseconds.</summary>
    private const string InterleaveDelta = "500000";

    private const long MaxAllocation = 1L << 30;

    /// <summary>Formats with a plane of brightness in bytes; others, such as RGB or of ten bits, are converted first.</summary>
    private const string WithBrightness = "gray|yuv420p|yuv422p|yuv440p|yuv444p|yuvj420p|yuvj422p|yuvj444p|yuv411p|yuv410p";

    private static readonly string[] KeyFramesOnly = ["-skip_frame", "nokey"];

    /// <summary>Size of all pictures once the first is known, so that they keep it even if the video changes its size.</summary>
    public (int Width, int Height)? Size { get; set; }

    private string Track => Invariant($"{track?.Index ?? 0}");

    /// <summary>Returns the arguments for another track of the same video.</summary>
    public FfmpegArguments For(VideoTrack other) => new(demuxer, url, options, other);

    /// <summary>Queries start, length, video tracks and the packets from the last key frame, as JSON.</summary>
    public IEnumerable<string> Probe(int maxPackets) =>
    [
        "-v", "error", .. Limits(), "-select_streams", "v", "-read_intervals", $"1000000000%+#{maxPackets}",
        "-show_entries",
            "format=start_time,duration:stream=index,width,height,sample_aspect_ratio,nb_frames"
            + ":stream_disposition=default,attached_pic,timed_thumbnails:stream_side_data=side_data_type,rotation,displaymatrix"
            + ":packet=pts_time,duration_time",
        "-of", "json", url,
    ];

    /// <summary>Queries whether there is audio, as JSON.</summary>
    public IEnumerable<string> ProbeSound() =>
        ["-v", "error", .. Limits(), "-select_streams", "a:0", "-show_entries", "stream=index", "-of", "json", url];

    /// <summary>Decodes a segment of audio: one channel of 16-bit samples, little-endian.</summary>
    public IEnumerable<string> Sound(TimeSpan from, TimeSpan duration, int sampleRate) =>
    [
        "-v", "error", "-nostdin", "-ss", Number(from), "-t", Number(duration), .. Limits(), "-i", url,
        "-map", "0:a:0", "-vn", "-ac", "1", "-ar", Number(sampleRate), "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1",
    ];

    /// <summary>Decodes the pictures of a segment at regular intervals: the one displayed at each point.</summary>
    /// <param name="seek">Position at which decoding begins; zero for the start of the file.</param>
    public IEnumerable<string> Stretch(FrameRequest request, TimeSpan seek) =>
    [
        .. Global(), .. Input(seek), "-map", $"0:{Track}", "-vf", $"{Crop()}{Grid(request, seek)},{Scale()}", .. Output(options.MaxFrames),
    ];

    /// <summary>
    /// Decodes a segment at the start of the video like <see cref="Stretch"/>, and as a second stream all pictures of the first seconds,
    /// grey and small.
    /// </summary>
    /// <remarks>Filters end the streams, because a limit of the muxer for one would end the other too.</remarks>
    public IEnumerable<string> Opening(FrameRequest request) =>
    [
        .. Global(), .. Input(TimeSpan.Zero), "-filter_complex",
            $"[0:{Track}]{Crop()}split[all][small];"
            + $"[all]{Grid(request, TimeSpan.Zero)},trim=end_frame={options.MaxFrames},{Scale()}[sampled];"
            + $"[small]trim=end={Number(options.EveryFrameUntil)},trim=end_frame={options.MaxSmallFrames},{SmallScale()}[every]",
        "-map", "[sampled]", "-map", "[every]", "-max_interleave_delta", InterleaveDelta,
        .. Muxing(@":select=\'v:0\'", @":select=\'v:1\'"),
    ];

    /// <summary>
    /// Decodes key frames of a segment at regular intervals by reading all of it: for files that are only seekable to their start.
    /// </summary>
    public IEnumerable<string> KeyFramesInPassing(FrameRequest request) =>
        [.. Global(), .. KeyFramesOnly, .. Input(TimeSpan.Zero), "-map", $"0:{Track}", "-vf",
            $"{Crop()}{Grid(request, TimeSpan.Zero)},{Scale()}", .. Output(options.MaxFrames)];

    /// <summary>
    /// Decodes for each time the key frame at or before it, or the next one if the file has no index. In order of time; the same one may
    /// repeat.
    /// </summary>
    public IEnumerable<string> KeyFrames(IReadOnlyList<TimeSpan> times)
    {
        var inputs = times.SelectMany(time => (string[])[.. OnePicture(), "-thread_queue_size", "1", .. Input(time)]);
        var pictures = string.Concat(times.Select((_, i) => $"[{i}:{Track}]trim=end_frame=1,{Crop()}{Scale()}[k{i}];"));
        var labels = string.Concat(times.Select((_, i) => $"[k{i}]"));
        return [.. Global(), .. inputs, "-filter_complex", $"{pictures}{labels}interleave=n={times.Count}[all]", "-map", "[all]",
            .. Output(times.Count)];
    }

    private static string[] Global() =>
        ["-v", "error", "-nostdin", "-copyts", "-start_at_zero", "-filter_threads", "1", "-filter_complex_threads", "1"];

    /// <summary>
    /// A decoder that skips to key frames outputs the first only after the third, megabytes later, because of reordering. If a seek ends at
    /// a key frame, decoding the next pictures makes it output at once.
    /// </summary>
    private string[] OnePicture() => demuxer is "mov" or "matroska" or "avi" ? ["-t", "0.001"] : KeyFramesOnly;

    private string[] Input(TimeSpan seek) =>
        [.. seek == TimeSpan.Zero ? [] : (string[])["-ss", Number(seek), "-noaccurate_seek"], .. Limits(), "-i", url];

    private string[] Limits() =>
    [
        "-threads", "1", "-f", demuxer, "-format_whitelist", demuxer, "-protocol_whitelist", "http,tcp",
        "-max_pixels", Number(options.MaxPixels), "-max_alloc", Number(MaxAllocation),
    ];

    private static string Grid(FrameRequest request, TimeSpan seek)
    {
        // Without a seek, audio may begin before the video; then the first picture is the start.
        var start = seek == TimeSpan.Zero && request.From == TimeSpan.Zero ? ":start_time=0" : "";
        var end = request.From + request.Duration;
        return $"fps={Number(request.FramesPerSecond)}:round=up{start},trim=start={Number(request.From)}:end={Number(end)}";
    }

    /// <summary>Clamps the sample aspect ratio to 1:4 to 4:1; a more extreme one could make pictures of any size.</summary>
    public static double Bounded(double sampleAspectRatio) => Math.Clamp(sampleAspectRatio, 0.25, 4);

    /// <summary>Square pixels according to <see cref="Bounded"/>, even sides, full range, colours as in JPEG.</summary>
    private string Scale()
    {
        var (width, height) = Size is { } size
            ? (Number(size.Width), Number(size.Height))
            : Sides(options.MaxShortSide, options.MaxLongSide);
        return $"scale=w={width}:h={height}:out_range=full:out_color_matrix=bt601,format=yuv420p";
    }

    private string SmallScale()
    {
        var (width, height) = Sides(options.SmallShortSide, options.SmallLongSide);
        return $"format={WithBrightness},extractplanes=y,scale=w={width}:h={height}:flags=fast_bilinear,format=gray";
    }

    private static (string Width, string Height) Sides(int maxShort, int maxLong)
    {
        const string Width = "iw*clip(sar,0.25,4)";
        var factor = $"min(1,min({maxShort}/min({Width},ih),{maxLong}/max({Width},ih)))";
        return ($"'2*max(1,round({Width}*{factor}/2))'", $"'2*max(1,round(ih*{factor}/2))'");
    }

    /// <summary>Cuts off what the container hides. ffmpeg has rotated the picture before, and in this version does not cut it.</summary>
    private string Crop() => track?.Shown is { IsWhole: false } shown
        ? Invariant($"crop=w='max(2,iw*{shown.Width:0.######})':h='max(2,ih*{shown.Height:0.######})':")
            + Invariant($"x='iw*{shown.X:0.######}':y='ih*{shown.Y:0.######}',")
        : "";

    private static string[] Output(int frames) => ["-frames:v", Number(frames), .. Muxing("")];

    /// <summary>Outputs a framecrc line, with time and size, before each picture; <see cref="FrameReader"/> parses them.</summary>
    /// <param name="streams">Options that select each stream: a muxer with several writes pictures later than their lines.</param>
    private static string[] Muxing(params string[] streams) =>
    [
        "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-c:v", "rawvideo", "-f", "tee",
        string.Join('|', streams.Select(static stream =>
            $"[f=framecrc:flush_packets=1{stream}]pipe:1|[f=rawvideo:flush_packets=1{stream}]pipe:1")),
    ];

    private static string Number(TimeSpan time) => Number(time.TotalSeconds);

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
