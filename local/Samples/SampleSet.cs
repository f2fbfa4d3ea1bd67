using System.Diagnostics;
using System.Globalization;

namespace Local.Samples;

/// <summary>The sample videos: one for each way through the gate, four seconds each, made with ffmpeg.</summary>
internal static class SampleSet
{
    private const string Picture = "testsrc2=size=1280x720:rate=25:duration=4";
    private const string Corner = "x=40:y=40";

    // A test card of Content Safety's emulator, three seconds in: violence of severity 6.
    private const string Unsafe =
        "format=rgb24,drawbox=w=427:h=720:color=magenta:t=fill:enable='gte(t,3)',drawbox=x=427:w=427:h=720:color=cyan:t=fill:enable='gte(t,3)',"
        + "drawbox=x=854:w=426:h=720:color=white:t=fill:enable='gte(t,3)'";

    private static readonly string[] Kling = Metadata("001191110108335469089C10100");
    private static readonly string[] Jimeng = Metadata("00119144030008867405X210000");

    /// <exception cref="InvalidOperationException">ffmpeg failed.</exception>
    public static async Task<IReadOnlyList<Sample>> CreateAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        Sample[] samples =
        [
            .. await LabelsAsync(folder),
            await MakeAsync(folder, "metadata-only.mkv", new("quarantined", "explicit-label-missing", "confirmed", "Jimeng"), Jimeng),
            await MakeAsync(folder, "declared.mp4", new("quarantined", "declared-ai-notice-required", "possible")) with { Declaration = "generated" },
            await MakeAsync(folder, "clean.mp4", new("published", "no-ai-label", "notFound"), "-movflags", "+faststart"),
            await MakeAsync(folder, "unsafe-picture.mp4", new("quarantined", "unsafe-content", "notFound"), "-vf", Unsafe),
            await MakeAsync(folder, "unsafe-title.mp4", new("quarantined", "unsafe-content", "notFound")) with { Title = "[[hate:6]]" },
            await MakeAsync(folder, "broken.mp4", new("quarantined", "inspection-inconclusive", "inconclusive")),
        ];
        CutInHalf(samples[^1].Path);
        return samples;
    }

    /// <summary>Every way a label can stand on screen, or fail to be one.</summary>
    private static async Task<IReadOnlyList<Sample>> LabelsAsync(string folder) =>
    [
        await MakeAsync(folder, "labelled.mp4", new("published", "explicit-label-present", "confirmed", "Kling"), ["-vf", Text("AI-generated", 0.07, Corner), .. Kling]),
        await MakeAsync(folder, "labelled-chinese.mp4", new("published", "explicit-label-present", "confirmed", "Jimeng"), ["-vf", Text("AI生成", 0.08, "x=w-tw-40:y=h-th-40"), .. Jimeng]),
        await MakeAsync(folder, "label-moving.mp4", new("published", "explicit-label-present", "confirmed"), ["-vf", Text("人工智能生成", 0.08, "x=40+60*t:y=h-th-60"), .. Kling]),
        await MakeAsync(folder, "label-undersized.mp4", new("quarantined", "explicit-label-undersized", "confirmed"), ["-vf", Text("AI生成", 0.035, Corner), .. Kling]),
        await MakeAsync(folder, "label-too-short.mp4", new("quarantined", "explicit-label-too-short", "confirmed"), ["-vf", Text("AI生成", 0.08, Corner, "lt(t,1)"), .. Kling]),
        await MakeAsync(folder, "label-late.mp4", new("quarantined", "explicit-label-not-at-start", "confirmed"), ["-vf", Text("AI生成", 0.08, Corner, "gte(t,1.5)"), .. Kling]),
        await MakeAsync(folder, "label-on-screen-only.mp4", new("quarantined", "suspected-ai", "suspected"), "-vf", Text("AI合成", 0.08, Corner)),
        await MakeAsync(folder, "vendor-mark.mp4", new("quarantined", "suspected-ai", "suspected", "Kling"), "-vf", Text("可灵AI 3.0", 0.05, "x=w-tw-40:y=h-th-40")),
        await MakeAsync(folder, "negated.mp4", new("published", "no-ai-label", "notFound"), "-vf", Text("非AI生成", 0.08, Corner)),
    ];

    /// <param name="height">Of the font, in parts of the picture's height.</param>
    /// <param name="place">Of its top left corner.</param>
    /// <param name="when">An expression of ffmpeg over the time <c>t</c>.</param>
    private static string Text(string text, double height, string place, string when = "1") => string.Create(
        CultureInfo.InvariantCulture,
        $"drawtext=text='{text}':font='Noto Sans CJK SC':fontsize=h*{height}:{place}:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=12:enable='{when}'");

    private static string[] Metadata(string producer) =>
    [
        "-metadata",
        $$"""AIGC={"Label":"1","ContentProducer":"{{producer}}","ProduceID":"sample","ReservedCode1":"","ContentPropagator":"{{producer}}","PropagateID":"sample","ReservedCode2":""}""",
    ];

    private static async Task<Sample> MakeAsync(string folder, string name, Expected expected, params string[] options)
    {
        var sample = new Sample(Path.Combine(folder, name), Expected: expected);
        string[] container = name.EndsWith(".mp4", StringComparison.Ordinal) ? ["-movflags", "use_metadata_tags"] : [];
        await EncodeAsync(sample.Path, [.. container, .. options]);
        return sample;
    }

    private static async Task EncodeAsync(string path, string[] options)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", [
            "-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-f", "lavfi", "-i", Picture,
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", .. options, path])
        {
            RedirectStandardError = true,
        })!;
        var error = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg could not make {path}: {error.Trim()}");
        }
    }

    /// <summary>ffmpeg writes <c>moov</c> last, so half a file has lost the index of its media.</summary>
    private static void CutInHalf(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length / 2);
    }
}
