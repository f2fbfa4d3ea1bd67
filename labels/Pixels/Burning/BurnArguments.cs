using System.Globalization;

namespace AiLabels.Pixels.Burning;

/// <summary>Command lines that overlay a label on a video and encode it as fragmented MP4, because a pipe is not seekable.</summary>
/// <param name="demuxer">The only demuxer allowed.</param>
/// <param name="url">Address of the video in its feed.</param>
internal sealed class BurnArguments(string demuxer, string url, BurnOptions options)
{
    private const long MaxAllocation = 1L << 30;

    /// <summary>Margin to the edges of the picture, as a share of its short side.</summary>
    public const double MarginShare = 0.04;

    private static readonly string Margin = $"{Number(MarginShare)}*min(main_w,main_h)";

    private const double MaxWidthShare = 0.9;

    /// <summary>Audio codecs that every player supports in MP4; other audio is re-encoded.</summary>
    private static readonly HashSet<string> Copied = new(StringComparer.Ordinal) { "aac", "mp3", "ac3", "eac3", "alac", "opus" };

    public IEnumerable<string> Probe() =>
    [
        "-v", "error", .. Input(),
        "-show_entries", "format=start_time,duration:stream=codec_type,codec_name,start_time,color_transfer:stream_disposition=attached_pic", "-of",
            "json", url,
    ];

    public IEnumerable<string> Burn(ProbedMedia media, BurnOrder order) =>
    [
        "-v", "error", "-nostdin", "-filter_threads", "1", "-filter_complex_threads", "1",
        "-threads", Number(options.Threads), .. Input(), "-i", url,
        "-f", "png_pipe", "-format_whitelist", "png_pipe", "-protocol_whitelist", "pipe", "-i", "pipe:0",
        "-filter_complex", Filter(media, order), "-map", "[labelled]",
        .. media.Audio.SelectMany(Sound),
        "-map_metadata", "-1", "-map_chapters", "-1",
        "-c:v", "libx264", "-preset", options.Preset, "-crf", Number(options.RateFactor), "-threads:v", Number(options.Threads),
        // A key frame every four seconds for seeking; the pictures keep their own timestamps, however irregular.
        "-force_key_frames", "expr:gte(t,n_forced*4)", "-fps_mode", "vfr", "-enc_time_base", "1:90000", "-bitexact",
        "-f", "mp4", "-movflags", "frag_keyframe+delay_moov+default_base_moof", "-frag_duration", "1000000", "pipe:1",
    ];

    /// <remarks>In streams each AAC packet repeats what MP4 stores once; the filter does nothing if it is already converted.</remarks>
    private static string[] Sound(string codec, int track) =>
    [
        "-map", $"0:a:{track}", $"-c:a:{track}", Copied.Contains(codec) ? "copy" : "aac",
        .. codec == "aac" ? (string[])[$"-bsf:a:{track}", "aac_adtstoasc"] : [],
    ];

    private string[] Input() =>
    [
        "-f", demuxer, "-format_whitelist", demuxer, "-protocol_whitelist", "http,tcp",
        "-max_pixels", Number(options.MaxPixels), "-max_alloc", Number(MaxAllocation),
    ];

    /// <remarks>ffmpeg applies the rotation in the file before the first filter, so the label is upright.</remarks>
    private string Filter(ProbedMedia media, BurnOrder order)
    {
        var height = Height(LabelPicture.Of(order.Text));
        var (x, y) = Place(order.Corner);
        var enable = order.Shown is { } shown ? $":enable='lt(t,{Number((media.Begins + shown).TotalSeconds)})'" : "";
        return $"[0:V:0]{Tones(media.Transfer)}{Square}[video];[1:v]format=yuva420p[drawn];"
            + $"[drawn][video]scale2ref=w='2*round(oh*mdar/2)':h='{height}'[label][main];"
            + $"[main][label]overlay=x='{x}':y='{y}'{enable}:format=yuv420[labelled]";
    }

    /// <summary>Height of the label image: enough for the standard, legible in a small video, and never wider than the video.</summary>
    private string Height(LabelPicture label)
    {
        var factor = label.Height / label.InkHeight;
        var wanted = $"max(min(iw,ih)*{Number(options.InkShare * factor)},{Number(options.MinInk * factor)})";
        return $"2*ceil(min({wanted},iw*{Number(MaxWidthShare * label.Height / label.Width)})/2)";
    }

    /// <summary>Square pixels and even sides, as most players require; an extreme sample aspect ratio is clamped to 1:4 to 4:1.</summary>
    private const string Square = "scale=w='2*max(1,round(iw*clip(sar,0.25,4)/2))':h='2*max(1,round(ih/2))',setsar=1,format=yuv420p";

    /// <summary>Tone-maps high dynamic range to standard dynamic range; otherwise the label would be grey on grey.</summary>
    private static string Tones(string? transfer) => transfer is "smpte2084" or "arib-std-b67"
        ? $"zscale=tin={transfer}:pin=bt2020:min=bt2020nc:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,"
        : "";

    private static (string X, string Y) Place(LabelCorner corner)
    {
        var (right, bottom) = ($"main_w-overlay_w-{Margin}", $"main_h-overlay_h-{Margin}");
        return corner switch
        {
            LabelCorner.TopLeft => (Margin, Margin),
            LabelCorner.TopRight => (right, Margin),
            LabelCorner.BottomLeft => (Margin, bottom),
            _ => (right, bottom),
        };
    }

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
