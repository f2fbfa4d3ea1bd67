using System.Globalization;

namespace AiLabels.Pixels.Frames;

/// <summary>Command lines of ffmpeg and ffprobe. Everything that a file could make them do beyond decoding is off.</summary>
/// <param name="demuxer">The one demuxer allowed.</param>
/// <param name="url">Address of the video in the loopback feed.</param>
internal sealed class FfmpegArguments(string demuxer, string url, FrameSourceOptions options)
{
    private const long MaxAllocation = 1L << 30;

    private static readonly string[] KeyFramesOnly = ["-skip_frame", "nokey"];

    /// <summary>Size of all pictures once the first is known, so that a video which changes its size does not change theirs.</summary>
    public (int Width, int Height)? Size { get; set; }

    /// <summary>Asks for the start, the length and the packets from the last key frame on, as JSON.</summary>
    public IEnumerable<string> Probe(int maxPackets) =>
    [
        "-v", "error", .. Limits(), "-select_streams", "V:0", "-read_intervals", $"1000000000%+#{maxPackets}",
        "-show_entries",
            "format=start_time,duration:stream=index,width,height,sample_aspect_ratio:stream_side_data=rotation:packet=pts_time,duration_time",
        "-of", "json", url,
    ];

    /// <summary>Asks whether there is sound, as JSON.</summary>
    public IEnumerable<string> ProbeSound() =>
        ["-v", "error", .. Limits(), "-select_streams", "a:0", "-show_entries", "stream=index", "-of", "json", url];

    /// <summary>Sound of a stretch: one channel of 16-bit samples, little-endian.</summary>
    public IEnumerable<string> Sound(TimeSpan from, TimeSpan duration, int sampleRate) =>
    [
        "-v", "error", "-nostdin", "-ss", Number(from), "-t", Number(duration), .. Limits(), "-i", url,
        "-map", "0:a:0", "-vn", "-ac", "1", "-ar", Number(sampleRate), "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1",
    ];

    /// <summary>Pictures of a stretch on a grid of time: at each point the one that is shown then.</summary>
    /// <param name="seek">Where decoding begins; zero for the start of the file.</param>
    public IEnumerable<string> Stretch(FrameRequest request, TimeSpan seek) =>
        [.. Global(), .. Input(seek), "-map", "0:V:0", "-vf", $"{Grid(request, seek)},{Scale()}", .. Output(options.MaxFrames)];

    /// <summary>
    /// Key frames of a stretch on a grid of time, all of it read: for files that cannot be entered anywhere else than at their start.
    /// </summary>
    public IEnumerable<string> KeyFramesInPassing(FrameRequest request) =>
        [.. Global(), .. KeyFramesOnly, .. Input(TimeSpan.Zero), "-map", "0:V:0", "-vf", $"{Grid(request, TimeSpan.Zero)},{Scale()}",
            .. Output(options.MaxFrames)];

    /// <summary>
    /// For each time the key frame at or before it, or the next one where the file has no index. In the order of time; the same one may
    /// come again.
    /// </summary>
    public IEnumerable<string> KeyFrames(IReadOnlyList<TimeSpan> times)
    {
        var inputs = times.SelectMany(time => (string[])[.. OnePicture(), "-thread_queue_size", "1", .. Input(time)]);
        var pictures = string.Concat(times.Select((_, i) => $"[{i}:V:0]trim=end_frame=1,{Scale()}[k{i}];"));
        var labels = string.Concat(times.Select((_, i) => $"[k{i}]"));
        return [.. Global(), .. inputs, "-filter_complex", $"{pictures}{labels}interleave=n={times.Count}[all]", "-map", "[all]",
            .. Output(times.Count)];
    }

    private static string[] Global() =>
        ["-v", "error", "-nostdin", "-copyts", "-start_at_zero", "-filter_threads", "1", "-filter_complex_threads", "1"];

    /// <summary>
    /// A decoder that skips to key frames gives the first only after the third, megabytes later, because it waits for their order. Where a
    /// seek ends at a key frame, the pictures behind it make it come out at once.
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
        // Without a seek, sound may begin before the picture does; then the first picture counts from the start on.
        var start = seek == TimeSpan.Zero && request.From == TimeSpan.Zero ? ":start_time=0" : "";
        var end = request.From + request.Duration;
        return $"fps={Number(request.FramesPerSecond)}:round=up{start},trim=start={Number(request.From)}:end={Number(end)}";
    }

    /// <summary>A sample aspect ratio that no camera has would make pictures of any size, so it is held to 1:4 to 4:1.</summary>
    public static double Bounded(double sampleAspectRatio) => Math.Clamp(sampleAspectRatio, 0.25, 4);

    /// <summary>Square pixels by <see cref="Bounded"/>, even sides, full range, colours as JPEG has them.</summary>
    private string Scale()
    {
        const string Width = "iw*clip(sar,0.25,4)";
        var factor = $"min(1,min({options.MaxShortSide}/min({Width},ih),{options.MaxLongSide}/max({Width},ih)))";
        var (width, height) = Size is { } size
            ? (Number(size.Width), Number(size.Height))
            : ($"'2*max(1,round({Width}*{factor}/2))'", $"'2*max(1,round(ih*{factor}/2))'");
        return $"scale=w={width}:h={height}:out_range=full:out_color_matrix=bt601,format=yuv420p";
    }

    /// <summary>
    /// A line of framecrc, which has the time and the size, before each picture: <see cref="FrameReader"/> takes them apart.
    /// </summary>
    private static string[] Output(int frames) =>
    [
        "-frames:v", Number(frames), "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-c:v", "rawvideo",
        "-f", "tee", "[f=framecrc:flush_packets=1]pipe:1|[f=rawvideo:flush_packets=1]pipe:1",
    ];

    private static string Number(TimeSpan time) => Number(time.TotalSeconds);

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
