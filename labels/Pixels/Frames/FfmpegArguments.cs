using System.Globalization;

namespace AiLabels.Pixels.Frames;

/// <summary>Command lines of ffmpeg and ffprobe. Disables everything beyond decoding that a file could cause.</summary>
/// <param name="demuxer">The only demuxer allowed.</param>
/// <param name="url">Address of the video in the loopback feed.</param>
internal sealed class FfmpegArguments(string demuxer, string url, FrameSourceOptions options)
{
    private const long MaxAllocation = 1L << 30;

    private static readonly string[] KeyFramesOnly = ["-skip_frame", "nokey"];

    /// <summary>Size of all pictures once the first is known, so that they keep it even if the video changes its size.</summary>
    public (int Width, int Height)? Size { get; set; }

    /// <summary>Queries start, length and the packets from the last key frame, as JSON.</summary>
    public IEnumerable<string> Probe(int maxPackets) =>
    [
        "-v", "error", .. Limits(), "-select_streams", "V:0", "-read_intervals", $"1000000000%+#{maxPackets}",
        "-show_entries",
            "format=start_time,duration:stream=index,width,height,sample_aspect_ratio:stream_side_data=rotation:packet=pts_time,duration_time",
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
        [.. Global(), .. Input(seek), "-map", "0:V:0", "-vf", $"{Grid(request, seek)},{Scale()}", .. Output(options.MaxFrames)];

    /// <summary>
    /// Decodes key frames of a segment at regular intervals by reading all of it: for files that are only seekable to their start.
    /// </summary>
    public IEnumerable<string> KeyFramesInPassing(FrameRequest request) =>
        [.. Global(), .. KeyFramesOnly, .. Input(TimeSpan.Zero), "-map", "0:V:0", "-vf", $"{Grid(request, TimeSpan.Zero)},{Scale()}",
            .. Output(options.MaxFrames)];

    /// <summary>
    /// Decodes for each time the key frame at or before it, or the next one if the file has no index. In order of time; the same one may
    /// repeat.
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
        const string Width = "iw*clip(sar,0.25,4)";
        var factor = $"min(1,min({options.MaxShortSide}/min({Width},ih),{options.MaxLongSide}/max({Width},ih)))";
        var (width, height) = Size is { } size
            ? (Number(size.Width), Number(size.Height))
            : ($"'2*max(1,round({Width}*{factor}/2))'", $"'2*max(1,round(ih*{factor}/2))'");
        return $"scale=w={width}:h={height}:out_range=full:out_color_matrix=bt601,format=yuv420p";
    }

    /// <summary>Outputs a framecrc line, with time and size, before each picture; <see cref="FrameReader"/> parses them.</summary>
    private static string[] Output(int frames) =>
    [
        "-frames:v", Number(frames), "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-c:v", "rawvideo",
        "-f", "tee", "[f=framecrc:flush_packets=1]pipe:1|[f=rawvideo:flush_packets=1]pipe:1",
    ];

    private static string Number(TimeSpan time) => Number(time.TotalSeconds);

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
