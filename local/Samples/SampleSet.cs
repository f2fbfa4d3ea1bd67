using System.Diagnostics;

namespace VideoGate.Local.Samples;

/// <summary>The sample videos: one for each path through the app, four seconds each, made with ffmpeg.</summary>
internal static class SampleSet
{
    private const string Picture = "testsrc2=size=1280x720:rate=25:duration=4";
    private const string Corner = "x=40:y=40";

    // A test card of the Content Safety emulator, three seconds in: violence of severity 6.
    private const string Unsafe =
        "format=rgb24,drawbox=w=427:h=720:color=magenta:t=fill:enable='gte(t,3)',drawbox=x=427:w=427:h=720:color=cyan:t=fill:enable='gte(t,3)',"
        + "drawbox=x=854:w=426:h=720:color=white:t=fill:enable='gte(t,3)'";

    private static readonly string[] Kling = Metadata("001191110108335469089C10100");
    private static readonly string[] Jimeng = Metadata("00119144030008867405X210000");

    private static readonly Recipe[] Recipes =
    [
        new("labelled.mp4", new("published", "explicit-label-present", "confirmed", "Kling"),
            ["-vf", Text("AI-generated", 0.07, Corner), .. Kling]),
        new("labelled-chinese.mp4", new("published", "explicit-label-present", "confirmed", "Jimeng"),
            ["-vf", Text("AI生成", 0.08, "x=w-tw-40:y=h-th-40"), .. Jimeng]),
        new("label-moving.mp4", new("published", "explicit-label-present", "confirmed"),
            ["-vf", Text("人工智能生成", 0.08, "x=40+60*t:y=h-th-60"), .. Kling]),
        new("label-undersized.mp4", new("published", "explicit-label-undersized", "confirmed"),
            ["-vf", Text("AI生成", 0.035, Corner), .. Kling]),
        new("label-too-short.mp4", new("published", "explicit-label-too-short", "confirmed"),
            ["-vf", Text("AI生成", 0.08, Corner, "lt(t,1)"), .. Kling]),
        new("label-late.mp4", new("published", "explicit-label-not-at-start", "confirmed"),
            ["-vf", Text("AI生成", 0.08, Corner, "gte(t,1.5)"), .. Kling]),
        new("label-on-screen-only.mp4", new("published", "suspected-ai", "suspected"), ["-vf", Text("AI合成", 0.08, Corner)]),
        new("vendor-mark.mp4", new("published", "suspected-ai", "suspected", "Kling"),
            ["-vf", Text("可灵AI 3.0", 0.05, "x=w-tw-40:y=h-th-40")]),
        new("negated.mp4", new("published", "no-ai-label", "notFound"), ["-vf", Text("非AI生成", 0.08, Corner)]),
        new("metadata-only.mkv", new("published", "explicit-label-missing", "confirmed", "Jimeng"), Jimeng),
        new("declared.mp4", new("published", "declared-ai", "possible"), [], Declaration: "generated"),
        new("clean.mp4", new("published", "no-ai-label", "notFound"), ["-movflags", "+faststart"]),
        new("unsafe-picture.mp4", new("quarantined", "unsafe-content", "notFound"), ["-vf", Unsafe]),
        new("unsafe-title.mp4", new("quarantined", "unsafe-content", "notFound"), [], Title: "[[hate:6]]"),
        new("broken.mp4", new("quarantined", "inspection-inconclusive", "inconclusive"), [], IsCutInHalf: true),
    ];

    /// <summary>Creates the videos that are missing, or older than this program.</summary>
    /// <exception cref="InvalidOperationException">ffmpeg failed.</exception>
    public static async Task<IReadOnlyList<Sample>> CreateAsync(string folder, Action<string> say)
    {
        Directory.CreateDirectory(folder);
        var program = File.GetLastWriteTimeUtc(typeof(SampleSet).Assembly.Location);
        var missing = Recipes.Where(recipe => File.GetLastWriteTimeUtc(Path.Combine(folder, recipe.Name)) < program).ToList();
        foreach (var (index, recipe) in missing.Index())
        {
            say($"Creating the sample videos with ffmpeg: {recipe.Name}, {index + 1} of {missing.Count}");
            await MakeAsync(folder, recipe);
        }

        return [.. Recipes.Select(
            recipe => new Sample(Path.Combine(folder, recipe.Name), recipe.Declaration, recipe.Title, recipe.Expected))];
    }

    /// <param name="height">Font height, as a share of the picture's height.</param>
    /// <param name="place">Position of its top left corner.</param>
    /// <param name="when">An ffmpeg expression of the time <c>t</c>.</param>
    private static string Text(string text, double height, string place, string when = "1") =>
        $"drawtext=text='{text}':font='Noto Sans CJK SC':fontsize=h*{height}:{place}:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=12:enable='{when}'";

    private static string[] Metadata(string producer) =>
    [
        "-movflags", "use_metadata_tags", "-metadata",
        $$"""AIGC={"Label":"1","ContentProducer":"{{producer}}","ProduceID":"sample","ReservedCode1":"","ContentPropagator":"{{producer}}","PropagateID":"sample","ReservedCode2":""}""",
    ];

    /// <summary>Creates a video under a temporary name and renames it, so that an interrupted start never leaves a partial video.</summary>
    private static async Task MakeAsync(string folder, Recipe recipe)
    {
        var part = Path.Combine(folder, $"part-{recipe.Name}");
        using var ffmpeg = Process.Start("ffmpeg", [
            "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", Picture,
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", .. recipe.Options, part]);
        await ffmpeg.WaitForExitAsync();
        if (ffmpeg.ExitCode != 0)
        {
            throw new InvalidOperationException($"ffmpeg could not create {part}, see above.");
        }

        if (recipe.IsCutInHalf)
        {
            // ffmpeg writes moov last, so half of the file has no index.
            using var file = File.OpenWrite(part);
            file.SetLength(file.Length / 2);
        }

        File.Move(part, Path.Combine(folder, recipe.Name), overwrite: true);
    }

    /// <param name="Options">Options of ffmpeg.</param>
    private sealed record Recipe(
        string Name, Expected Expected, string[] Options, string Declaration = "none", string? Title = null, bool IsCutInHalf = false);
}
