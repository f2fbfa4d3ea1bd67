using System.Globalization;
using AiLabels.Pixels.Burning.H264;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Burning;

/// <summary>Command line that overlays a label on the pictures of an opening and encodes them with the parameters of the rest.</summary>
/// <param name="url">Address of the opening, a byte stream, in its feed.</param>
internal sealed class OpeningArguments(string url, BurnOptions options)
{
    private const long MaxAllocation = 1L << 30;
    private const double MaxWidthShare = 0.9;

    /// <summary>The encoder's name of each profile, and what it must use, or it takes a lower one.</summary>
    private static readonly Dictionary<byte, (string Name, string Tools)> Profiles =
        new() { [66] = ("baseline", ""), [77] = ("main", ":cabac=1"), [100] = ("high", ":8x8dct=1") };

    /// <summary>Returns true if the encoder can write a profile.</summary>
    public static bool HasProfile(byte profile) => Profiles.ContainsKey(profile);

    public IEnumerable<string> Burn(OpeningPictures pictures, BurnOrder order) =>
    [
        "-v", "error", "-nostdin", "-filter_threads", "1", "-filter_complex_threads", "1",
        // Strict: pictures come in order even where the stream does not say how many are reordered.
        "-threads", Text(options.Threads), "-strict", "strict",
        "-f", "h264", "-format_whitelist", "h264", "-protocol_whitelist", "http,tcp",
        "-max_pixels", Text(options.MaxPixels), "-max_alloc", Text(MaxAllocation), "-framerate", Rate(pictures), "-i", url,
        "-f", "png_pipe", "-format_whitelist", "png_pipe", "-protocol_whitelist", "pipe", "-i", "pipe:0",
        "-filter_complex", Filter(pictures, order), "-map", "[labelled]",
        "-c:v", "libx264", "-profile:v", Profile(pictures).Name, "-preset", options.Preset, "-crf", Text(options.RateFactor),
        "-threads:v", Text(options.Threads), .. Colours(pictures.Parameters.Colours),
        // No reordered pictures: each keeps its time. Key frames where they are forced, and nowhere else.
        "-bf", "0", "-refs", Text(Math.Clamp((int)pictures.Parameters.References, 1, 3)), "-sc_threshold", "0", "-g", "100000",
        "-force_key_frames", "expr:gte(t,n_forced*4)", "-x264-params", $"sps-id={pictures.Id}{Profile(pictures).Tools}", "-fps_mode", "passthrough", "-bitexact",
        "-f", "mp4", "-movflags", "frag_keyframe+delay_moov+default_base_moof", "-frag_duration", "1000000", "pipe:1",
    ];

    private static (string Name, string Tools) Profile(OpeningPictures pictures) => Profiles[pictures.Parameters.Profile];

    /// <summary>The pictures are turned as they are shown, labelled, and turned back.</summary>
    private string Filter(OpeningPictures pictures, BurnOrder order)
    {
        var (turn, back) = pictures.QuarterTurns switch
        {
            1 => (",transpose=clock", ",transpose=cclock"),
            2 => (",hflip,vflip", ",hflip,vflip"),
            3 => (",transpose=cclock", ",transpose=clock"),
            _ => ("", ""),
        };
        var label = Place(pictures, order);
        return $"[0:v:0]setpts=N/({Rate(pictures)}*TB){turn}[main];"
            + $"[1:v]format=yuva420p,scale={label.Width}:{label.Height}[label];"
            + $"[main][label]overlay=x={label.X}:y={label.Y}:enable='lt(n,{pictures.Labelled})':format=yuv420{back}[labelled]";
    }

    /// <summary>Size and place of the label in the pixels of the turned pictures, as <see cref="BurnArguments"/> gives them.</summary>
    private Box Place(OpeningPictures pictures, BurnOrder order)
    {
        var picture = LabelPicture.Of(order.Text);
        // Pixels in the unit of the coded height, which turned pictures have as width.
        var (across, down) = pictures.QuarterTurns % 2 == 0 ? (pictures.PixelAspect, 1d) : (1d, pictures.PixelAspect);
        var (width, height) = pictures.QuarterTurns % 2 == 0
            ? (pictures.Parameters.Width, pictures.Parameters.Height)
            : (pictures.Parameters.Height, pictures.Parameters.Width);
        var shortSide = Math.Min(width * across, height * down);
        var factor = picture.Height / picture.InkHeight;
        var tall = Math.Min(
            Math.Max(shortSide * options.InkShare * factor, options.MinInk * factor),
            width * across * MaxWidthShare * picture.Height / picture.Width);
        var (labelWidth, labelHeight) = (Even(tall * picture.Width / picture.Height / across), Even(tall / down));
        var margin = shortSide * BurnArguments.MarginShare;
        return new(
            order.Corner is LabelCorner.TopLeft or LabelCorner.BottomLeft
                ? (int)(margin / across)
                : (int)(width - labelWidth - (margin / across)),
            order.Corner is LabelCorner.TopLeft or LabelCorner.TopRight
                ? (int)(margin / down)
                : (int)(height - labelHeight - (margin / down)),
            labelWidth, labelHeight);
    }

    /// <summary>A decoder would take other numbers than the upload's if none were given.</summary>
    private static string[] Colours(Colours colours) =>
    [
        "-color_range", colours.IsFullRange ? "pc" : "tv", "-color_primaries", Text(colours.Primaries),
        "-color_trc", Text(colours.Transfer), "-colorspace", Text(colours.Matrix),
    ];

    private static string Rate(OpeningPictures pictures) => Text(Math.Clamp(pictures.Rate, 1, 240));

    private static int Even(double length) => 2 * (int)Math.Ceiling(Math.Max(1, length) / 2);

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
