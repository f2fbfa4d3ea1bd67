using AiLabels.Pixels.Tests.Frames;

namespace AiLabels.Pixels.Tests.Burning;

/// <summary>A video and its copy, as ffmpeg demuxes and decodes them.</summary>
internal static class ComparedClips
{
    /// <summary>Checks that everything but the pictures of the opening is the same.</summary>
    /// <param name="seam">Time of the first picture that is kept, from the first picture.</param>
    public static async Task AssertRestIsKeptAsync(string before, string after, TimeSpan seam)
    {
        Assert.Equal(await PacketsAsync(before, "a", "pts,dts,duration,flags,size,data_hash"), await PacketsAsync(
            after, "a", "pts,dts,duration,flags,size,data_hash"));
        Assert.Equal(await DecodingAsync(before), await DecodingAsync(after));
        await AssertPicturesAsync(before, after, seam);
        var (old, now) = (await BurntClip.ProbeAsync(before), await BurntClip.ProbeAsync(after));
        foreach (var field in (string[])["duration", "start_time"])
        {
            Assert.Equal(
                old.GetProperty("format").GetProperty(field).GetString(), now.GetProperty("format").GetProperty(field).GetString());
        }

        Assert.Equal(Shapes(old), Shapes(now));
        await BurntClip.RunAsync("ffmpeg", "-v", "error", "-xerror", "-i", after, "-f", "null", "-");
    }

    /// <summary>Checks that decoding after a seek gives the upload's pictures, in front of and behind the seam.</summary>
    public static async Task AssertSeekingAsync(string before, string after, double to)
    {
        var (old, now) = (await HashesAsync(before, "-ss", Text(to)), await HashesAsync(after, "-ss", Text(to)));
        Assert.NotEmpty(now);
        Assert.Equal(old, now);
    }

    private static async Task AssertPicturesAsync(string before, string after, TimeSpan seam)
    {
        var (old, now) = (await HashesAsync(before), await HashesAsync(after));
        Assert.Equal(old.Select(static picture => picture.Time), now.Select(static picture => picture.Time));
        var begin = old[0].Seconds + seam.TotalSeconds - 0.001;
        var kept = old.FindAll(picture => picture.Seconds >= begin);
        Assert.NotEmpty(kept);
        Assert.Equal(kept, now.FindAll(picture => picture.Seconds >= begin));
        Assert.NotEqual(old[0].Hash, now[0].Hash);
    }

    private static async Task<List<(string Time, double Seconds, string Hash)>> HashesAsync(string path, params string[] options) =>
    [
        .. from line in (await BurntClip.RunAsync(
                "ffmpeg", ["-v", "error", .. options, "-copyts", "-noautorotate", "-i", path, "-map", "0:v:0", "-fps_mode", "passthrough",
                    "-enc_time_base", "1:1000000", "-f", "framemd5", "-"])).Split('\n')
           where line.Length > 0 && line[0] != '#'
           let fields = line.Split(',', StringSplitOptions.TrimEntries)
           select (fields[2], double.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture) / 1e6, fields[5]),
    ];

    /// <summary>Gets when each picture is decoded, and for how long it lasts.</summary>
    private static Task<List<string>> DecodingAsync(string path) => PacketsAsync(path, "v:0", "dts,duration");

    private static async Task<List<string>> PacketsAsync(string path, string streams, string entries) =>
    [
        .. (await BurntClip.RunAsync(
            "ffprobe", "-v", "error", "-select_streams", streams, "-show_data_hash", "sha256", "-show_entries", $"packet={entries}", "-of",
            "csv=p=0", path)).Split('\n', StringSplitOptions.RemoveEmptyEntries),
    ];

    private static List<string> Shapes(System.Text.Json.JsonElement probed) =>
    [
        .. from stream in probed.GetProperty("streams").EnumerateArray()
           select string.Join(
               " ",
               from field in (string[])["codec_name", "profile", "width", "height", "sample_aspect_ratio", "pix_fmt", "color_range",
                   "color_space", "color_transfer", "color_primaries", "time_base", "start_time", "duration", "nb_frames", "side_data_list"]
               select stream.TryGetProperty(field, out var value) ? value.ToString() : "-"),
    ];

    private static string Text(double number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
