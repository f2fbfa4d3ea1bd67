using System.Globalization;

namespace AiLabels.Pixels.Frames;

/// <summary>Command lines of ffmpeg and ffprobe. Everything that a file could make them do beyond decoding is off.</summary>
/// <param name="demuxer">The one demuxer allowed.</param>
/// <param name="url">Address of the video in the loopback feed.</param>
internal sealed class FfmpegArguments(string demuxer, string url, FrameSourceOptions options)
{
    private const long MaxAllocation = 1L << 30;

    /// <summary>Video decoders of ffmpeg for what people upload, and no others: rare decoders are where the crashes are.</summary>
    private const string Decoders =
        "h264,hevc,av1,libdav1d,libaom-av1,vp8,vp9,libvpx,libvpx-vp9,mpeg4,mpeg2video,mpeg1video,mpegvideo,h263,h263p,h263i,flv,vp6,vp6f,"
        + "msmpeg4,msmpeg4v1,msmpeg4v2,msmpeg4v3,wmv1,wmv2,wmv3,vc1,mjpeg,prores,dnxhd,theora,dvvideo,png,rawvideo,ffv1,qtrle,cinepak,huffyuv";

    /// <summary>Asks for the start, the length and the packets from the last key frame on, as JSON.</summary>
    public IEnumerable<string> Probe(int maxPackets) =>
    [
        "-v", "error", .. Input(), "-select_streams", "V:0", "-read_intervals", string.Create(CultureInfo.InvariantCulture, $"1000000000%+#{maxPackets}"),
        "-show_entries", "format=start_time,duration:stream=index:packet=pts_time,duration_time", "-of", "json", url,
    ];

    /// <summary>Pictures of a stretch on a grid of time: at each point the one that is shown then.</summary>
    /// <param name="seek">Where decoding begins; zero for the start of the file.</param>
    public IEnumerable<string> Stretch(FrameRequest request, TimeSpan seek)
    {
        // Without a seek, sound may begin before the picture does; then the first picture counts from the start on.
        var start = seek == TimeSpan.Zero ? ":start_time=0" : "";
        var end = request.From + request.Duration;
        return Decode(seek, [], $"fps={Number(request.FramesPerSecond)}:round=up{start},trim=start={Number(request.From)}:end={Number(end)}", options.MaxFrames);
    }

    /// <summary>The key frame at or before <paramref name="time"/>, or the next one where the file has no index.</summary>
    public IEnumerable<string> KeyFrame(TimeSpan time) => Decode(time, ["-skip_frame", "nokey"], "null", 1);

    private IEnumerable<string> Decode(TimeSpan seek, string[] decoding, string choice, int frames) =>
    [
        "-v", "error", "-nostdin", "-copyts", "-start_at_zero", "-filter_threads", "1",
        .. seek == TimeSpan.Zero ? [] : (string[])["-ss", Number(seek), "-noaccurate_seek"],
        .. decoding, .. Input(), "-i", url,
        "-map", "0:V:0", "-vf", $"{choice},{Scale()}", "-frames:v", Number(frames), "-fps_mode", "passthrough", "-enc_time_base", "1:90000",
        .. Framed(),
    ];

    private IEnumerable<string> Input() =>
    [
        "-threads", "1", "-f", demuxer, "-format_whitelist", demuxer, "-protocol_whitelist", "http,tcp", "-codec_whitelist", Decoders,
        "-max_pixels", Number(options.MaxPixels), "-max_alloc", Number(MaxAllocation),
    ];

    /// <summary>
    /// Square pixels, even sides, full range. A sample aspect ratio that no camera has would make pictures of any size, so it is held to 1:4 to 4:1.
    /// </summary>
    private string Scale()
    {
        const string Width = "iw*clip(sar,0.25,4)";
        var factor = $"min(1,min({options.MaxShortSide}/min({Width},ih),{options.MaxLongSide}/max({Width},ih)))";
        return $"scale=w='2*max(1,round({Width}*{factor}/2))':h='2*max(1,round(ih*{factor}/2))':out_range=full,format=yuv420p";
    }

    /// <summary>A line of framecrc, which has the time and the size, before each picture: <see cref="FrameReader"/> takes them apart.</summary>
    private static string[] Framed() =>
        ["-c:v", "rawvideo", "-f", "tee", "[f=framecrc:flush_packets=1]pipe:1|[f=rawvideo:flush_packets=1]pipe:1"];

    private static string Number(TimeSpan time) => Number(time.TotalSeconds);

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
